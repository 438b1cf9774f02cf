import t from 'tap'
import { run } from '../../lib/flow/run.ts'
import { turned } from '../../lib/recipes/knobs.ts'
import { llama3 } from '../../lib/recipes/llama3.ts'
import { presets } from '../../lib/recipes/presets.ts'
import type { Envelope } from '../../lib/records/envelope.ts'
import type { DpoRow, LabelledRow, RewardRow, SftRow } from '../../lib/records/rows.ts'
import { forgiven } from '../../lib/wraps/forgiven.ts'
import { entailerOf, sandboxOf, scripted } from '../fixtures/fakes.ts'
import { basket, pause } from '../fixtures/flow.ts'
import { predicates } from '../fixtures/small-world.ts'

const queries = ['first', 'second', 'third', 'odd', 'mute'].map(word => `What is the ${word} of all things?`)
const pairs = [{ query: 'Why?', instruction: 'Sing.' }]

const fenced = (code: string) => `\`\`\`\n${code}\n\`\`\``
const functions = { kiwi: 'def evaluate(kiwi): says kiwi', loud: 'def evaluate(loud): ends loudly' }
const cases = '{"response": "A kiwi!", "result": true}\n{"response": "A pear.", "result": false}'

// Each prompt is told by words of its own; the odd query gets no function, the mute one no instruction.
const answer = (prompt: string, n: number): readonly string[] => {
  if (prompt.endsWith('Instruction:')) return [prompt.includes('mute') ? ' ' : 'Mention a kiwi.']
  if (prompt.includes('one fenced block'))
    return prompt.includes('odd') ? ['No.'] : [functions.kiwi, functions.kiwi, functions.loud].map(fenced)
  if (prompt.includes('test cases')) return [cases]
  return ['A kiwi!', 'A pear.', 'A kiwi.', 'A plum.', 'A kiwi!'].slice(0, n)
}

const house = (lanes = 4, before = async () => {}) => {
  const model = scripted(
    async (prompt, { n = 1 }) => {
      await before()
      return answer(prompt, n)
    },
    { name: 'teacher', lanes },
  )
  const grading = { [functions.kiwi]: predicates['says kiwi'], [functions.loud]: predicates['ends loudly'] }
  return {
    draws: [],
    pairs,
    queries: queries.map(query => ({ query })),
    model,
    judge: scripted(() => Promise.reject(new Error('nobody scores'))),
    sandbox: sandboxOf(grading, { lanes }),
    nli: entailerOf(() => {
      throw new Error('nobody compares')
    }),
    sft: basket<SftRow>(),
    dpo: basket<DpoRow>(),
  }
}

const plain = turned(presets.llama3, { sample: { responses: 5, showVerifier: false } })

t.test('every query gets an instruction of its own, and its responses leave in pairs', async t => {
  const here = house()
  const rejects = basket<Envelope>()
  const ledger = await run(llama3(here, plain), { rejects, wraps: [forgiven()] })
  ledger.balance()
  t.same(
    here.dpo.rows.map(({ prompt, chosen, rejected }) => [prompt, chosen, rejected]),
    queries.slice(0, 3).flatMap(query => [
      [`${query} Mention a kiwi.`, 'A kiwi!', 'A pear.'],
      [`${query} Mention a kiwi.`, 'A kiwi.', 'A plum.'],
    ]),
  )
  t.same(here.sft.rows, [], 'and nothing else is made')
  t.same(
    rejects.rows.map(({ refused }) => `${refused?.stage}: ${refused?.why}`),
    ['write-functions: no-function', 'propose: no-instruction'],
  )
  t.same(
    ledger.accounts.map(({ stage, entered, out }) => [stage, entered, out]),
    [
      ['queries', 5, 5],
      ['screen', 5, 5],
      ['propose', 5, 4],
      ['write-functions', 4, 3],
      ['write-cases', 3, 3],
      ['cross-validate', 3, 3],
      ['pose', 3, 3],
      ['sample', 3, 3],
      ['verify', 3, 3],
      ['to-dpo', 3, 6],
    ],
  )
})

t.test('untold it goes by its own preset and shows the teacher a verifier for each response', async t => {
  const here = house()
  await run(llama3(here), { wraps: [forgiven()] })
  const shown = here.model.asked.filter(({ prompt }) => prompt.includes('[function]'))
  t.equal(
    shown.reduce((sum, { asking }) => sum + (asking.n ?? 1), 0),
    3 * 8,
  )
  t.ok(shown.every(({ prompt }) => Object.values(functions).some(code => prompt.includes(code))))
})

t.test('SFT rows, labels and rewards leave where there is a sink for them, the same at any width', async t => {
  const all = async (lanes: number, before?: () => Promise<void>) => {
    const here = house(lanes, before)
    const [sftAside, kto, rlvr] = [basket<SftRow>(), basket<LabelledRow>(), basket<RewardRow>()]
    await run(llama3({ ...here, sftAside, kto, rlvr }, plain), { wraps: [forgiven()] })
    return [here.dpo.rows, sftAside.rows, kto.rows, rlvr.rows]
  }
  const one = await all(1)
  t.same(
    one.map(rows => rows.length),
    [6, 6, 12, 3],
  )
  t.same(await all(16, () => pause(Math.random() * 5)), one)
})

t.test('without a sink for its pairs there is nothing to make', async t => {
  t.throws(() => llama3({ ...house(), dpo: undefined }), { code: 'AUTOIF_USAGE', message: /no sink for them/ })
})
