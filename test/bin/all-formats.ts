import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { parse } from 'yaml'
import { formats } from '../../lib/sinks/shapes/index.ts'
import type { Kind } from '../../lib/sinks/shapes/parts.ts'
import { autoif, rowsOf } from '../fixtures/command.ts'
import { valid } from '../fixtures/golden.ts'
import { llamaFactoryReads } from '../fixtures/trainers.ts'

const queries = `${readFileSync('fixtures/queries.jsonl', 'utf8').split('\n').slice(0, 30).join('\n')}\n`
const names = Object.values(formats).flatMap(some => Object.keys(some))

const made = async (folder: string, concurrency: string): Promise<void> => {
  const also = [...names, 'instruction-ranking'].flatMap(name => ['--also', name])
  const flags = [
    '--verifier-language',
    'javascript',
    '--model',
    'rehearsal',
    '--quiet',
    '--queries-per-instruction',
    '4',
    '-j',
    concurrency,
  ]
  const { code, stderr } = await autoif([...flags, '--run', folder, ...also], queries)
  t.equal(code, 0, stderr)
}

t.test('one run writes every format, each row of it as the trainers want it', async t => {
  const folder = join(t.testdir({}), 'demo')
  await made(folder, '16')
  const read = (name: string) => rowsOf(readFileSync(join(folder, `${name}.jsonl`), 'utf8'))
  const info = JSON.parse(readFileSync(join(folder, 'dataset_info.json'), 'utf8'))
  const { outputs } = JSON.parse(readFileSync(join(folder, 'summary.json'), 'utf8'))
  t.equal(outputs.length, names.length + 3)
  for (const [kind, some] of Object.entries(formats) as [Kind, object][]) {
    for (const name of Object.keys(some)) {
      const holds = valid(kind, name)
      const rows = read(name)
      const bare = rows.map(({ _autoif, ...row }) => row)
      t.ok(rows.length > 0 && rows.every(({ _autoif }) => _autoif), `${name} has rows with their lineage`)
      t.strictSame(
        bare.filter(row => !holds(row)),
        [],
        name,
      )
      t.equal(outputs.find(({ file }: { file: string }) => file === `${name}.jsonl`)?.rows, rows.length)
      const entry = info[`autoif_${name.replaceAll('-', '_')}`]
      if (entry && name !== 'ranking-list')
        t.ok(
          bare.every(row => llamaFactoryReads(entry, row)),
          `LLaMA-Factory skips no ${name}`,
        )
    }
  }
  for (const { instruction, chosen, rejected } of [...read('ranking'), ...read('instruction-ranking')])
    if (!instruction || chosen === rejected) t.fail(`a pair that teaches nothing: ${instruction}`)
  t.strictSame(new Set(read('kto').map(({ kto_tag }) => kto_tag)), new Set([true, false]), 'KTO needs both')
  t.match(readFileSync(join(folder, 'README.md'), 'utf8'), /\[!WARNING\][\s\S]*## Funnel[\s\S]*\| to-sft \|/)
  t.equal(globSync(join(folder, '**', '*.part')).length, 0)

  const printed = await autoif(['train-config', folder, '--stage', 'dpo'])
  t.equal(printed.stdout, readFileSync(join(folder, 'train', 'llama-factory-dpo.yaml'), 'utf8'))
  t.match(parse(printed.stdout), { dataset_dir: folder, dataset: 'autoif_dpo,autoif_instruction_ranking' })
  t.match(await autoif(['train-config', folder, '--stage', 'dpo', '--recipe', 'backtranslation']), {
    code: 2,
    stderr: /trains no dpo/,
  })
  t.ok(existsSync(join(folder, 'train', 'trl-dpo-nll.yaml')))

  const again = join(t.testdirName, 'again')
  await made(again, '1')
  for (const name of [...names, 'instruction-ranking'])
    t.ok(
      readFileSync(join(folder, `${name}.jsonl`)).equals(readFileSync(join(again, `${name}.jsonl`))),
      `${name}: same bytes`,
    )
})
