import { brackets } from '../../../../../lib/models/rehearsal/families/brackets.ts'
import { brackets as python } from '../../../../../lib/models/rehearsal/families/python/brackets.ts'
import { checkPython } from '../../../../fixtures/families.ts'

checkPython(brackets, python)
