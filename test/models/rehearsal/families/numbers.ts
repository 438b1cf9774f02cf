import { numbers } from '../../../../lib/models/rehearsal/families/numbers.ts'
import { checkFamilies } from '../../../fixtures/families.ts'

checkFamilies(numbers)
