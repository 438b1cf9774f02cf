import { parentheses } from '../../../../lib/models/rehearsal/families/parentheses.ts'
import { checkFamilies } from '../../../fixtures/families.ts'

checkFamilies(parentheses)
