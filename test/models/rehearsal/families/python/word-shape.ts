import { wordShape as python } from '../../../../../lib/models/rehearsal/families/python/word-shape.ts'
import { wordShape } from '../../../../../lib/models/rehearsal/families/word-shape.ts'
import { checkPython } from '../../../../fixtures/families.ts'

checkPython(wordShape, python)
