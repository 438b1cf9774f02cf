import { keywordCount } from '../../../../../lib/models/rehearsal/families/keyword-count.ts'
import { keywordCount as python } from '../../../../../lib/models/rehearsal/families/python/keyword-count.ts'
import { checkPython } from '../../../../fixtures/families.ts'

checkPython(keywordCount, python)
