import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import t from 'tap'
import { rehearsal } from '../../lib/models/rehearsal/rehearsal.ts'
import { fromPackage } from '../../lib/package-folder.ts'
import type { Candidate, Validated } from '../../lib/records/records.ts'
import { openSandbox } from '../../lib/sandbox/open-sandbox.ts'
import { augment } from '../../lib/stages/1-instructions/augment.ts'
import { crossValidate } from '../../lib/stages/2-verifiers/cross-validate.ts'
import { generateVerifiers } from '../../lib/stages/2-verifiers/generate-verifiers.ts'
import { skip } from '../fixtures/upstream.ts'
import { visit } from '../fixtures/visit.ts'

process.env.AUTOIF_CACHE_DIR = fromPackage('node_modules', '.cache', 'autoif-stream')

t.test('a teacher that writes Python gets its instructions verified', async t => {
  const sandbox = await openSandbox({ threads: 2 })
  t.teardown(() => sandbox.close())
  const model = rehearsal({ brokenReplies: 0, unusableBullets: 0 })
  const drawn = await visit(augment({ model, count: 5 }), { shots: ['Do not use any commas.'] })
  const asked = generateVerifiers({ model, language: 'python' })
  const judged = crossValidate({ sandbox })
  const verified: Validated[] = []
  for (const instruction of [drawn].flat()) {
    const candidate = (await visit(asked, instruction as { instruction: string })) as object
    if (!('functions' in candidate)) continue
    const judgement = (await visit(judged, candidate as Candidate)) as object
    if ('verifiers' in judgement) verified.push(judgement as Validated)
  }
  t.ok(verified.length >= 3, `${verified.length} of 5 are verified`)
  for (const { verifiers } of verified) for (const { code } of verifiers) t.match(code, /^def evaluate/m)
  t.match(sandbox.tally, { restarts: 0, verdicts: { C: 0, L: 0 } })
})

t.test('upstream’s own verifiers come to upstream’s own counts', { skip }, async t => {
  const input = readFileSync(fromPackage('..', 'shared', 'upstream', 'data', 'qwen_autoif', 'eval_func_rft.jsonl'))
  const args = [fromPackage('bin', 'autoif-stream.ts'), 'stage', 'cross-validate', '--preset', 'reference-code']
  const out = execFileSync(process.execPath, args, { input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] })
  const kept = out
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  t.same(
    kept.map(({ eval_func, cases }) => [eval_func.length, cases.length]),
    [
      [2, 16],
      [3, 13],
      [5, 13],
      [7, 10],
    ],
  )
})
