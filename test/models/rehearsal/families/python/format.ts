import { format } from '../../../../../lib/models/rehearsal/families/format.ts'
import { format as python } from '../../../../../lib/models/rehearsal/families/python/format.ts'
import { checkPython } from '../../../../fixtures/families.ts'

checkPython(format, python)
