import { signs as python } from '../../../../../lib/models/rehearsal/families/python/signs.ts'
import { signs } from '../../../../../lib/models/rehearsal/families/signs.ts'
import { checkPython } from '../../../../fixtures/families.ts'

checkPython(signs, python)
