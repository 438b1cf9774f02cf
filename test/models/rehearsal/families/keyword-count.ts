import { keywordCount } from '../../../../lib/models/rehearsal/families/keyword-count.ts'
import { checkFamilies } from '../../../fixtures/families.ts'

checkFamilies(keywordCount)
