import t from 'tap'
import { vague, vagueCases } from '../../../lib/models/rehearsal/vague.ts'
import { languages } from '../../fixtures/families.ts'
import { needs, verdicts } from '../../fixtures/verdicts.ts'

const inputs = vagueCases.map(([input]) => input)
const outputs = vagueCases.map(([, output]) => output)

for (const language of languages) {
  const accept = `the vague functions accept the texts that pass as followed and refuse the blank ones, in ${language}`
  t.test(accept, needs(language), async t => {
    const found = verdicts[language](Object.values(vague[language]).map(code => ({ code, inputs })))
    for (const [at, says] of Object.keys(vague[language]).entries()) t.same(found[at], outputs, says)
  })
}

t.test('they say the same in every language', async t => {
  t.same(Object.keys(vague.python), Object.keys(vague.javascript))
})
