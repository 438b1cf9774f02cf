import { letterCase } from '../../../../lib/models/rehearsal/families/letter-case.ts'
import { checkFamilies } from '../../../fixtures/families.ts'

checkFamilies(letterCase)
