import { wordOrder as python } from '../../../../../lib/models/rehearsal/families/python/word-order.ts'
import { wordOrder } from '../../../../../lib/models/rehearsal/families/word-order.ts'
import { checkPython } from '../../../../fixtures/families.ts'

checkPython(wordOrder, python)
