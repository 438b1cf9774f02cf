import t from 'tap'
import { draws, knobs, lexicalBaseline, openEntailer, openSandbox, rehearsal, seeds } from '../../lib/index.ts'
import { gathered } from '../fixtures/gathered.ts'

// In the README:

import { autoif, forgiven, houseWith, run, type SftRow } from '../../lib/index.ts'

const asked = async function* () {
  yield { query: 'How do I get candle wax out of a cotton tablecloth?' }
  yield { query: 'Which herbs grow well on a windowsill that faces north?' }
}
const rows: SftRow[] = []
const sft = { write: (row: SftRow) => void rows.push(row), close() {} }

await using house = await houseWith({ queries: asked(), sft }, { model: 'rehearsal' })
const ledger = await run(autoif(house), { wraps: [forgiven()] })

// So far the README.

t.test('one’s own queries become rows in one’s own sink', async t => {
  const queries = (await gathered(asked())).map(({ query }) => query)
  t.equal(ledger.rows, rows.length)
  t.same([...new Set(rows.map(({ lineage }) => lineage.query))], queries)
  for (const { prompt, response, lineage } of rows) {
    t.ok(prompt.startsWith(lineage.query))
    t.match({ response, lineage }, { response: /\S/, lineage: { model: 'rehearsal', judge: 'rehearsal' } })
  }
})

t.test('a house built by hand gives the same rows', async t => {
  const known = await seeds('fixtures/seeds.txt')
  const model = rehearsal()
  const sandbox = await openSandbox()
  const nli = await openEntailer({ path: lexicalBaseline })
  const found: SftRow[] = []
  await run(
    autoif({
      draws: [...known.map(instruction => ({ instruction })), ...draws(known, { ...knobs.draws, seed: '0' })],
      queries: asked(),
      model,
      judge: model,
      sandbox,
      nli,
      sft: { write: row => void found.push(row), close() {} },
      dpo: { write() {}, close() {} },
    }),
  )
  await Promise.all([sandbox.close(), nli.close()])
  t.same(found, rows)
})
