import { brackets } from '../../../../lib/models/rehearsal/families/brackets.ts'
import { checkFamilies } from '../../../fixtures/families.ts'

checkFamilies(brackets)
