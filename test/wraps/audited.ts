import t from 'tap'
import type { Stage } from '../../lib/flow/stage.ts'
import { Audit } from '../../lib/report/audit.ts'
import { crossValidate } from '../../lib/stages/2-verifiers/cross-validate.ts'
import { accept } from '../../lib/stages/4-responses/accept.ts'
import { audited } from '../../lib/wraps/audited.ts'
import { forgiven } from '../../lib/wraps/forgiven.ts'
import { candidate, verified } from '../fixtures/cast.ts'
import { sandboxOf } from '../fixtures/fakes.ts'
import { stageOf } from '../fixtures/flow.ts'
import { visit } from '../fixtures/visit.ts'

// Of this instruction it is known that only capitals follow it, and that `upper` and `shout` check it rightly.
const truthOf = (instruction: string) =>
  instruction === candidate.instruction
    ? {
        holds: (response: string) => response === response.toUpperCase(),
        rightFunction: (code: string) => (code === 'unknown' ? undefined : code === 'upper' || code === 'shout'),
      }
    : undefined

const audit = async <In, Out, Why extends string>(stage: Stage<In, Out, Why>, record: In) => {
  const tallies = { functions: new Audit(), responses: new Audit() }
  const yielded = await visit(audited(truthOf, tallies)(stage), record)
  return { yielded, functions: tallies.functions.toJSON(), responses: tallies.responses.toJSON() }
}

const upper = (text: string) => text === text.toUpperCase()
const sandbox = sandboxOf({ upper, lenient: upper, shout: () => false, unknown: upper })
const nothing = { precision: null, recall: null, accepted: 0, right: 0 }

t.test('every different function is counted, those that nobody knows the truth about are not', async t => {
  const record = { ...candidate, functions: ['upper', 'lenient', 'shout', 'unknown', 'upper'] }
  const { functions, responses, yielded } = await audit(crossValidate({ sandbox }), record)
  t.same(functions, { accepted: 2, right: 2, precision: 0.5, recall: 0.5 })
  t.same(responses, nothing)
  t.same(yielded, await visit(crossValidate({ sandbox }), record), 'the record passes untouched')
})

t.test('the functions of a refused instruction count as not let through', async t => {
  const { functions, yielded } = await audit(crossValidate({ sandbox, minFunctions: 9 }), candidate)
  t.match(yielded, { reject: 'too-few-functions' })
  t.same(functions, { accepted: 0, right: 1, precision: null, recall: 0 })
})

t.test(
  'responses count by whether they were let through and whether they follow the instruction; repeats do not',
  async t => {
    const graded = [
      { text: 'GOOD', passRate: 1, outcomes: 'T' },
      { text: 'GOOD', passRate: 1, outcomes: 'T' },
      { text: 'bad, let through', passRate: 1, outcomes: 'T' },
      { text: 'GOOD, REFUSED', passRate: 0, outcomes: 'F' },
      { text: 'NO VERDICT', passRate: null, outcomes: 'E' },
    ]
    const record = { ...verified, graded }
    const expected = { accepted: 2, right: 3, precision: 0.5, recall: 0.3333 }
    const { responses, functions, yielded } = await audit(accept(), record)
    t.same(responses, expected)
    t.same(functions, nothing)
    t.same(yielded, await visit(accept(), record))
    t.same((await audit(forgiven()(accept()), record)).responses, expected, 'also around another wrap')
  },
)

t.test('a record that failed says nothing about its responses', async t => {
  const broken = stageOf<typeof verified, never>(
    () => {
      throw new Error('no')
    },
    { name: 'accept' },
  )
  t.same((await audit(forgiven()(broken), verified)).responses, nothing)
})

t.test('an instruction nobody knows the truth about is not counted', async t => {
  const stranger = { instruction: 'Use no commas.' }
  t.same((await audit(accept(), { ...verified, ...stranger })).responses, nothing)
  t.same((await audit(crossValidate({ sandbox }), { ...candidate, ...stranger })).functions, nothing)
})

t.test('no other stage is touched', async t => {
  const stage = stageOf<number, number>(value => value, { name: 'screen' })
  const { yielded, functions, responses } = await audit(stage, 7)
  t.equal(yielded, 7)
  t.same([functions, responses], [nothing, nothing])
})
