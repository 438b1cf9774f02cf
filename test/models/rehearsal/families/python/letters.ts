import { letters } from '../../../../../lib/models/rehearsal/families/letters.ts'
import { letters as python } from '../../../../../lib/models/rehearsal/families/python/letters.ts'
import { checkPython } from '../../../../fixtures/families.ts'

checkPython(letters, python)
