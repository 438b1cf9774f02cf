import { wordOrder } from '../../../../lib/models/rehearsal/families/word-order.ts'
import { checkFamilies } from '../../../fixtures/families.ts'

checkFamilies(wordOrder)
