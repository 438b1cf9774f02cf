import t from 'tap'
import { knobs, turned } from '../../lib/recipes/knobs.ts'
import { stageNames } from '../../lib/recipes/stages.ts'

const kebab = (name: string) => name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)

t.test('untouched, the knobs are the stages’ own', async t => {
  t.same(turned(), knobs)
  t.match(knobs, { sample: { responses: 8 }, accept: { passRateAbove: 0.5 }, draws: { requests: 100 } })
})

t.test('later ones win, knob by knob', async t => {
  const found = turned({ score: { minScore: 6 }, sample: { responses: 2 } }, { score: { minScore: 7 } })
  t.same(found.score, { ...knobs.score, minScore: 7 })
  t.same(found.sample, { ...knobs.sample, responses: 2 })
  t.same(found.accept, knobs.accept)
})

t.test('turning knobs leaves the defaults as they are', async t => {
  const before = structuredClone(knobs)
  turned({ pair: { queries: 1, cycle: false } })
  t.same(knobs, before)
})

t.test('every room of knobs belongs to a stage', async t => {
  const stages = [...stageNames(), 'pair', 'draws']
  t.same(
    Object.keys(knobs)
      .map(kebab)
      .filter(room => !stages.includes(room)),
    [],
  )
})
