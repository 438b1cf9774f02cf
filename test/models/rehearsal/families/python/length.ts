import { length } from '../../../../../lib/models/rehearsal/families/length.ts'
import { length as python } from '../../../../../lib/models/rehearsal/families/python/length.ts'
import { checkPython } from '../../../../fixtures/families.ts'

checkPython(length, python)
