import { sentenceEdges } from '../../../../lib/models/rehearsal/families/sentence-edges.ts'
import { checkFamilies } from '../../../fixtures/families.ts'

checkFamilies(sentenceEdges)
