import { lists } from '../../../../../lib/models/rehearsal/families/lists.ts'
import { lists as python } from '../../../../../lib/models/rehearsal/families/python/lists.ts'
import { checkPython } from '../../../../fixtures/families.ts'

checkPython(lists, python)
