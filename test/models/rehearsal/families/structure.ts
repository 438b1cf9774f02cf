import { structure } from '../../../../lib/models/rehearsal/families/structure.ts'
import { checkFamilies } from '../../../fixtures/families.ts'

checkFamilies(structure)
