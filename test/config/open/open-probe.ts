import t from 'tap'
import { probeFor } from '../../../lib/config/open/open-probe.ts'
import { settings } from '../../../lib/config/settings.ts'
import { teacherServer } from '../../../lib/models/rehearsal/server.ts'

t.test('no model, no probe', async t => {
  t.equal(await probeFor(settings, {}), undefined)
})

t.test('the built-in teacher answers in this process, any other model at its address', async t => {
  const builtIn = await probeFor({ ...settings, model: 'rehearsal' }, {})
  t.match(builtIn, { remote: false, name: /in this process/ })
  t.match(await builtIn?.ask('Hello?', { n: 3 }), { outcome: 'answered', replies: 3, tokens: { prompt: 1 } })
  await builtIn?.close()
  const server = await teacherServer({ apiKey: 'secret' })
  t.teardown(() => server.close())
  const probe = await probeFor({ ...settings, model: 'rehearsal', baseUrl: server.url }, { OPENAI_API_KEY: 'secret' })
  t.match(probe, { remote: true })
  t.match(await probe?.ask('Hello?', {}), { outcome: 'answered', replies: 1 })
  await probe?.close()
  const hosted = await probeFor({ ...settings, model: 'gpt' }, {})
  t.match(hosted?.name, /^gpt at https:\/\/api\.openai\.com/)
  await hosted?.close()
})
