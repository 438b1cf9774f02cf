import t from 'tap'
import { parts } from '../../../lib/config/open/row-parts.ts'
import { rows } from '../../fixtures/golden.ts'

t.test('verifiers are in the languages that the sandbox runs them in', async t => {
  const verifiers = ['def evaluate(r): return True', 'const evaluate = () => true'].map(code => ({ code, accuracy: 1 }))
  t.match(parts.rlvr.verifiers({ ...rows.rlvr, verifiers }), [{ language: 'python' }, { language: 'javascript' }])
})
