import { structure as python } from '../../../../../lib/models/rehearsal/families/python/structure.ts'
import { structure } from '../../../../../lib/models/rehearsal/families/structure.ts'
import { checkPython } from '../../../../fixtures/families.ts'

checkPython(structure, python)
