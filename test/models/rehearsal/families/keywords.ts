import { keywords } from '../../../../lib/models/rehearsal/families/keywords.ts'
import { checkFamilies } from '../../../fixtures/families.ts'

checkFamilies(keywords)
