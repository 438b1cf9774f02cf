import { size as python } from '../../../../../lib/models/rehearsal/families/python/size.ts'
import { size } from '../../../../../lib/models/rehearsal/families/size.ts'
import { checkPython } from '../../../../fixtures/families.ts'

checkPython(size, python)
