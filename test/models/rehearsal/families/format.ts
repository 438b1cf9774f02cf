import { format } from '../../../../lib/models/rehearsal/families/format.ts'
import { checkFamilies } from '../../../fixtures/families.ts'

checkFamilies(format)
