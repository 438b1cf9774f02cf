import { lists } from '../../../../lib/models/rehearsal/families/lists.ts'
import { checkFamilies } from '../../../fixtures/families.ts'

checkFamilies(lists)
