import { join } from 'node:path'
import t from 'tap'
import { pricesIn } from '../../../lib/config/open/prices-in.ts'

t.test('prices are read from YAML and JSON; the built-in teacher is free', async t => {
  const dir = t.testdir({
    'p.yaml': 'qwen:\n  prompt: 0.35\n  completion: 0.4\n',
    'p.json': '{"qwen":{"prompt":1,"completion":2}}',
  })
  t.match(pricesIn(join(dir, 'p.yaml')).get('qwen'), { prompt: 0.35, completion: 0.4 })
  t.match(pricesIn(join(dir, 'p.json')).get('qwen'), { prompt: 1, completion: 2 })
  for (const path of ['', join(dir, 'p.json')]) t.match(pricesIn(path).get('rehearsal'), { prompt: 0, completion: 0 })
})

t.test('a file that cannot be read is named', async t => {
  t.throws(() => pricesIn('/no/such/prices.yaml'), {
    code: 'AUTOIF_USAGE',
    message: /cannot read the prices in \/no\/such/,
  })
  const dir = t.testdir({ 'p.yaml': 'a: [' })
  t.throws(() => pricesIn(join(dir, 'p.yaml')), { code: 'AUTOIF_USAGE' })
})
