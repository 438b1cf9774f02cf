import { keywords } from '../../../../../lib/models/rehearsal/families/keywords.ts'
import { keywords as python } from '../../../../../lib/models/rehearsal/families/python/keywords.ts'
import { checkPython } from '../../../../fixtures/families.ts'

checkPython(keywords, python)
