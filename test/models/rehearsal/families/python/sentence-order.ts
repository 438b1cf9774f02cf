import { sentenceOrder as python } from '../../../../../lib/models/rehearsal/families/python/sentence-order.ts'
import { sentenceOrder } from '../../../../../lib/models/rehearsal/families/sentence-order.ts'
import { checkPython } from '../../../../fixtures/families.ts'

checkPython(sentenceOrder, python)
