import { families } from '../../../../lib/models/rehearsal/families/index.ts'
import { checkFunctions, checkSentences } from '../../../fixtures/families.ts'

checkSentences(families)
checkFunctions(families, 'javascript')
