import { length } from '../../../../lib/models/rehearsal/families/length.ts'
import { checkFamilies } from '../../../fixtures/families.ts'

checkFamilies(length)
