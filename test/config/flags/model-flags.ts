import t from 'tap'
import { asked, modelFlags } from '../../../lib/config/flags/model-flags.ts'

t.test('who is asked for vectors alone needs a server, and no teacher', async t => {
  const of = (flag: string) => modelFlags.find(one => one.flag === flag)?.of
  t.same(of('base-url'), asked)
  t.ok(asked.includes('embedder'))
  t.notOk(of('model')?.includes('embedder'))
  t.same(of('threads'), ['sandbox'])
})
