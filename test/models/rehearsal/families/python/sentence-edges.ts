import { sentenceEdges as python } from '../../../../../lib/models/rehearsal/families/python/sentence-edges.ts'
import { sentenceEdges } from '../../../../../lib/models/rehearsal/families/sentence-edges.ts'
import { checkPython } from '../../../../fixtures/families.ts'

checkPython(sentenceEdges, python)
