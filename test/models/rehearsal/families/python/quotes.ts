import { quotes as python } from '../../../../../lib/models/rehearsal/families/python/quotes.ts'
import { quotes } from '../../../../../lib/models/rehearsal/families/quotes.ts'
import { checkPython } from '../../../../fixtures/families.ts'

checkPython(quotes, python)
