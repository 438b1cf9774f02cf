import { families } from '../../../../lib/models/rehearsal/families/index.ts'
import { checkFunctions } from '../../../fixtures/families.ts'

checkFunctions(families, 'python')
