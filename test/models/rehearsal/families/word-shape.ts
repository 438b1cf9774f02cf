import { wordShape } from '../../../../lib/models/rehearsal/families/word-shape.ts'
import { checkFamilies } from '../../../fixtures/families.ts'

checkFamilies(wordShape)
