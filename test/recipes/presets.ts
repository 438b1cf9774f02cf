import t from 'tap'
import { knobs, turned } from '../../lib/recipes/knobs.ts'
import { presets } from '../../lib/recipes/presets.ts'

t.test('a preset turns only knobs that are there, to values of their kind', async t => {
  for (const [name, preset] of Object.entries(presets)) {
    for (const [room, turns] of Object.entries(preset)) {
      for (const [knob, value] of Object.entries(turns)) {
        const own = (knobs as Record<string, Record<string, unknown>>)[room]?.[knob]
        t.equal(typeof value, typeof own, `${name}: ${room}.${knob}`)
      }
    }
  }
})

t.test('sound is what one gets without naming a preset', async t => {
  t.same(turned(presets.sound), knobs)
})

t.test('the paper: more than half of the functions, cases and verifiers, a score from 8 on', async t => {
  t.match(turned(presets.paper), {
    crossValidate: { minAgreement: 0.5, minAccuracy: 0.5, strictAccuracy: true, bothSides: false },
    accept: { passRateAbove: 0.5 },
    score: { minScore: 8, strictScore: false },
    pair: { queries: 16, cycle: false },
    sample: { responses: 8, temperature: 0.8 },
  })
})

t.test(
  'the reference code: 3 functions, 10 cases, any one is enough, a score above 8, replies as they stand',
  async t => {
    t.match(turned(presets['reference-code']), {
      generateVerifiers: { tolerant: false },
      crossValidate: {
        minFunctions: 3,
        minCases: 10,
        minAgreement: 0,
        minAccuracy: 0.8,
        strictAccuracy: false,
        refuseConstant: false,
      },
      accept: { passRateAbove: 0 },
      score: { minScore: 8, strictScore: true, tolerant: false },
      toSft: { soundJoin: false },
      toDpo: { soundJoin: false },
    })
  },
)
