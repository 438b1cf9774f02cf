import { sentenceOrder } from '../../../../lib/models/rehearsal/families/sentence-order.ts'
import { checkFamilies } from '../../../fixtures/families.ts'

checkFamilies(sentenceOrder)
