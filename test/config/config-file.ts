import { join } from 'node:path'
import t from 'tap'
import { configFile } from '../../lib/config/config-file.ts'

const told = (text: string): unknown => configFile(join(t.testdir({ config: text }), 'config'))

t.test('options are read from YAML and from JSON, in their own types', async t => {
  const options = { model: 'qwen', concurrency: 32, cycle: false, lineage: false, 'min-score': 7.5 }
  t.strictSame(told('# ours\nmodel: qwen\nconcurrency: 32\ncycle: false\nlineage: false\nmin-score: 7.5\n'), options)
  t.strictSame(told(JSON.stringify(options)), options)
})

t.test('an option that does not exist is named', async t => {
  const unknown = (text: string, name: string, hint: RegExp) =>
    t.throws(() => told(text), { code: 'AUTOIF_USAGE', message: new RegExp(`config .*: ${name}$`), hint }, name)
  unknown('model: qwen\nmodle: qwen\n', 'modle', /--help/)
  unknown('minScore: 7\n', 'minScore', /--help/)
  unknown('{"--model": "qwen"}', '--model', /without the dashes/)
})

t.test('the off form of a flag is answered with how a file says it', async t => {
  t.throws(() => told('no-lineage: true\n'), { code: 'AUTOIF_USAGE', hint: 'Write `lineage: false`.' })
  t.throws(() => told('no-both-sides: true\n'), { code: 'AUTOIF_USAGE', hint: 'Write `both-sides: false`.' })
  t.throws(() => told('no-sense: true\n'), { code: 'AUTOIF_USAGE', hint: /--help/ })
})

t.test('a file that holds no options is refused in one line, with its path', async t => {
  for (const text of ['- model\n', 'model\n', '"model"', '']) {
    t.throws(() => told(text), { code: 'AUTOIF_USAGE', message: /config does not hold options/, hint: /model:/ }, text)
  }
  t.throws(() => told('model: [qwen\n'), {
    code: 'AUTOIF_USAGE',
    message: /^cannot read the config file .*config: .+$/,
  })
  t.throws(() => configFile('none.yaml'), { code: 'AUTOIF_USAGE', message: /none\.yaml: ENOENT/ })
})
