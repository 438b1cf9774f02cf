import { emphasis } from '../../../../lib/models/rehearsal/families/emphasis.ts'
import { checkFamilies } from '../../../fixtures/families.ts'

checkFamilies(emphasis)
