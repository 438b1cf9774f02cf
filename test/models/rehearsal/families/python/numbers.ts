import { numbers } from '../../../../../lib/models/rehearsal/families/numbers.ts'
import { numbers as python } from '../../../../../lib/models/rehearsal/families/python/numbers.ts'
import { checkPython } from '../../../../fixtures/families.ts'

checkPython(numbers, python)
