import { readFileSync } from 'node:fs'
import t from 'tap'

const asked = ['How do I get candle wax out of a tablecloth?', 'Which herbs grow well on a windowsill?']
process.chdir(t.testdir({ 'queries.txt': `${asked.join('\n')}\n` }))

// In the README:

import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import { asDuplex, autoif, forgiven, houseWith, type Query, type SftRow } from '../../lib/index.ts'

await using house = await houseWith({}, { model: 'rehearsal' })
const wraps = [forgiven()]

await pipeline(
  createInterface({ input: createReadStream('queries.txt') }),
  async function* (lines) {
    for await (const query of lines) yield { query }
  },
  asDuplex<Query, SftRow>((queries, sft) => autoif({ ...house, queries, sft }), { wraps }),
  async function* (rows) {
    for await (const { prompt, response } of rows) yield `${JSON.stringify({ prompt, response })}\n`
  },
  createWriteStream('sft.jsonl'),
)

// So far the README.

t.test('lines of queries become lines of rows', async t => {
  const lines = readFileSync('sft.jsonl', 'utf8').trimEnd().split('\n')
  const prompts: string[] = lines.map(line => JSON.parse(line).prompt)
  for (const query of asked) t.ok(prompts.some(prompt => prompt.startsWith(query)))
})
