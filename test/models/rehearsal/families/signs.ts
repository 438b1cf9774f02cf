import { signs } from '../../../../lib/models/rehearsal/families/signs.ts'
import { checkFamilies } from '../../../fixtures/families.ts'

checkFamilies(signs)
