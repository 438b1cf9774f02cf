import { lines } from '../../../../lib/models/rehearsal/families/lines.ts'
import { checkFamilies } from '../../../fixtures/families.ts'

checkFamilies(lines)
