import { marks } from '../../../../lib/models/rehearsal/families/marks.ts'
import { checkFamilies } from '../../../fixtures/families.ts'

checkFamilies(marks)
