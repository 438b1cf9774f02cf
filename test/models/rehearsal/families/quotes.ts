import { quotes } from '../../../../lib/models/rehearsal/families/quotes.ts'
import { checkFamilies } from '../../../fixtures/families.ts'

checkFamilies(quotes)
