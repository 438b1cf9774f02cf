import { wordPlay } from '../../../../lib/models/rehearsal/families/word-play.ts'
import { checkFamilies } from '../../../fixtures/families.ts'

checkFamilies(wordPlay)
