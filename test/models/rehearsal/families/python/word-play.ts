import { wordPlay as python } from '../../../../../lib/models/rehearsal/families/python/word-play.ts'
import { wordPlay } from '../../../../../lib/models/rehearsal/families/word-play.ts'
import { checkPython } from '../../../../fixtures/families.ts'

checkPython(wordPlay, python)
