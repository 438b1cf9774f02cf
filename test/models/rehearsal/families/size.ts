import { size } from '../../../../lib/models/rehearsal/families/size.ts'
import { checkFamilies } from '../../../fixtures/families.ts'

checkFamilies(size)
