import { letters } from '../../../../lib/models/rehearsal/families/letters.ts'
import { checkFamilies } from '../../../fixtures/families.ts'

checkFamilies(letters)
