import t from 'tap'
import { dress } from '../../../../lib/models/rehearsal/dress.ts'
import { families } from '../../../../lib/models/rehearsal/families/index.ts'
import { defaults } from '../../../../lib/models/rehearsal/rates.ts'
import { backTranslate } from '../../../../lib/models/rehearsal/replies/back-translate.ts'
import { vague } from '../../../../lib/models/rehearsal/vague.ts'
import { seeded } from '../../../../lib/random.ts'
import { languages } from '../../../fixtures/families.ts'

const random = seeded('back-translate')
const constraints = families.map(family => family.draw(random))
const honest = { ...defaults, driftingBackTranslations: 0, brokenReplies: 0 }
const said = (functions: readonly string[], rates = honest): string[] =>
  JSON.parse(backTranslate({ functions: JSON.stringify(functions) }, rates)(random))

t.test('a right function is said in one of the ways to ask for it', async t => {
  for (const { functions, phrasings, params } of constraints) {
    const codes = languages.flatMap(language => functions[language].right)
    const sentences = said(codes.map(code => dress(code, random)))
    t.same(
      sentences.filter(sentence => !phrasings.includes(sentence)),
      [],
      JSON.stringify(params),
    )
  }
})

t.test('a wrong or vague function is said as what it really does', async t => {
  for (const language of languages) {
    for (const wrong of [...constraints.map(({ functions }) => functions[language].wrong), vague[language]]) {
      t.same(said(Object.values(wrong).map(code => dress(code, random))), Object.keys(wrong))
    }
  }
})

t.test('sentences contradict as often as asked', async t => {
  const rates = { ...honest, driftingBackTranslations: 0.3 }
  const found = constraints.flatMap(({ functions, drifts }) =>
    Array.from({ length: 10 }, () =>
      said(functions.javascript.right, rates).map(sentence => drifts.includes(sentence)),
    ).flat(),
  )
  const share = found.filter(Boolean).length / found.length
  t.ok(Math.abs(share - 0.3) < 0.05, `${share}`)
})

t.test('code of somebody else gets a vague sentence, and so does what is no list', async t => {
  t.match(said(['function evaluate(response) { return response.length % 7 === 3 }']), [/form/])
  t.match(said(['def evaluate(response):\n    return len(response) % 7 == 3']), [/form/])
  t.match(JSON.parse(backTranslate({ functions: 'evaluate(' }, honest)(random)), [/form/])
  t.match(JSON.parse(backTranslate({ functions: '{"a": 1}' }, honest)(random)), [/form/])
})

t.test('a reply may be broken', async t => {
  const replies = Array.from({ length: 20 }, () =>
    backTranslate({ functions: '[]' }, { ...honest, brokenReplies: 1 })(random),
  )
  t.ok(replies.some(reply => !reply.startsWith('[')))
})
