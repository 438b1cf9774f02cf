import { lines } from '../../../../../lib/models/rehearsal/families/lines.ts'
import { lines as python } from '../../../../../lib/models/rehearsal/families/python/lines.ts'
import { checkPython } from '../../../../fixtures/families.ts'

checkPython(lines, python)
