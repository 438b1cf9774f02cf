import { parentheses } from '../../../../../lib/models/rehearsal/families/parentheses.ts'
import { parentheses as python } from '../../../../../lib/models/rehearsal/families/python/parentheses.ts'
import { checkPython } from '../../../../fixtures/families.ts'

checkPython(parentheses, python)
