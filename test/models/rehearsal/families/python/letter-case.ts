import { letterCase } from '../../../../../lib/models/rehearsal/families/letter-case.ts'
import { letterCase as python } from '../../../../../lib/models/rehearsal/families/python/letter-case.ts'
import { checkPython } from '../../../../fixtures/families.ts'

checkPython(letterCase, python)
