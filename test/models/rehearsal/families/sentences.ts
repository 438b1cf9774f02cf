import { sentences } from '../../../../lib/models/rehearsal/families/sentences.ts'
import { checkFamilies } from '../../../fixtures/families.ts'

checkFamilies(sentences)
