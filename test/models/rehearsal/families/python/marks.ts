import { marks } from '../../../../../lib/models/rehearsal/families/marks.ts'
import { marks as python } from '../../../../../lib/models/rehearsal/families/python/marks.ts'
import { checkPython } from '../../../../fixtures/families.ts'

checkPython(marks, python)
