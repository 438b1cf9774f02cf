import { startEnd as python } from '../../../../../lib/models/rehearsal/families/python/start-end.ts'
import { startEnd } from '../../../../../lib/models/rehearsal/families/start-end.ts'
import { checkPython } from '../../../../fixtures/families.ts'

checkPython(startEnd, python)
