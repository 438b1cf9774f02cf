import { emphasis } from '../../../../../lib/models/rehearsal/families/emphasis.ts'
import { emphasis as python } from '../../../../../lib/models/rehearsal/families/python/emphasis.ts'
import { checkPython } from '../../../../fixtures/families.ts'

checkPython(emphasis, python)
