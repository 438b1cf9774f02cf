import { startEnd } from '../../../../lib/models/rehearsal/families/start-end.ts'
import { checkFamilies } from '../../../fixtures/families.ts'

checkFamilies(startEnd)
