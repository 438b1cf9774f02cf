import { sentences as python } from '../../../../../lib/models/rehearsal/families/python/sentences.ts'
import { sentences } from '../../../../../lib/models/rehearsal/families/sentences.ts'
import { checkPython } from '../../../../fixtures/families.ts'

checkPython(sentences, python)
