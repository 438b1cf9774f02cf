import { join } from 'node:path'
import t from 'tap'
import { openResources } from '../../../lib/config/open/open-resources.ts'
import { type Settings, settings } from '../../../lib/config/settings.ts'
import { teacherServer } from '../../../lib/models/rehearsal/server.ts'
import { prompt } from '../../../lib/prompts/prompt.ts'

const open = (told: Partial<Settings>, env = {}) => openResources({ ...settings, ...told }, env)
const verifiers = prompt('generate-verifiers-python', 'instruction')({ instruction: 'Use no commas.' })

t.test('the teacher judges unless somebody else is named', async t => {
  const alone = open({ model: 'rehearsal' })
  t.equal(await alone.judge(), await alone.model())
  const two = open({ model: 'rehearsal', judgeModel: 'wise', baseUrl: 'http://127.0.0.1:9' })
  t.equal((await two.model()).name, 'rehearsal')
  t.equal((await two.judge()).name, 'wise')
  t.equal(await two.judge(), await two.judge(), 'each is opened once')
  t.match(Object.keys(two.report().models), ['rehearsal', 'wise'])
  await two.close()
})

t.test('without a name nobody answers, and what to do is said', async t => {
  for (const told of [{}, { baseUrl: 'http://127.0.0.1:9' }, { judgeModel: 'wise' }]) {
    await t.rejects((await open(told).model()).ask('any'), { code: 'AUTOIF_USAGE', hint: /--model rehearsal/ })
  }
})

t.test('the rehearsal teacher errs at the rates that were given, and is asked by as many as was told', async t => {
  const faultless = await open({ model: 'rehearsal', concurrency: 3, rehearsal: 'brokenReplies=0' }).model()
  const broken = await open({ model: 'rehearsal', rehearsal: 'brokenReplies=1' }).model()
  t.equal(faultless.lanes, 3)
  const fenced = (replies: readonly string[]) => replies.filter(reply => /^```json\n[\s\S]*\n```$/m.test(reply)).length
  t.equal(fenced(await faultless.ask(verifiers, { n: 8 })), 8)
  t.not(fenced(await broken.ask(verifiers, { n: 8 })), 8)
  await t.rejects(open({ model: 'rehearsal', rehearsal: 'wrongFunction=1' }).model(), {
    code: 'AUTOIF_USAGE',
    message: /wrongFunction/,
  })
})

t.test('a server is asked with the key from the file, its line end aside, and what it did is reported', async t => {
  const dir = t.testdir({ key: 'secret-of-the-test\n' })
  const server = await teacherServer({ apiKey: 'secret-of-the-test' })
  t.teardown(() => server.close())
  const told = { model: 'rehearsal', baseUrl: server.url, tries: 1 }
  const well = open({ ...told, apiKeyFile: join(dir, 'key') }, { OPENAI_API_KEY: 'another' })
  t.equal((await (await well.model()).ask(verifiers, { n: 2 })).length, 2)
  t.match(well.report().models, { rehearsal: { requests: Number } })
  const ill = open(told, { OPENAI_API_KEY: 'another' })
  await t.rejects((await ill.model()).ask(verifiers), { code: 'AUTOIF_ENDPOINT' })
  await Promise.all([well.close(), ill.close()])
  await t.rejects((await well.model()).ask(verifiers), { code: 'AUTOIF_MODEL' }, 'what is closed answers no more')
})

t.test('several servers are asked, within the rates and the patience that were told', async t => {
  const [one, two] = [await teacherServer({ faults: { rateLength: 1 } }), await teacherServer()]
  t.teardown(() => one.close())
  const servers = { model: 'rehearsal', baseUrl: ` ${one.url}  ${two.url}#weight=3 ` }
  const both = open({ ...servers, keepTruncated: true })
  const model = await both.model()
  await Promise.all(Array.from({ length: 8 }, (_, seed) => model.ask(verifiers, { seed })))
  t.match(both.report().models, { rehearsal: { servers: [{ requests: 2 }, { requests: 6 }] } })
  const cut = open({ model: 'rehearsal', baseUrl: one.url })
  await t.rejects((await cut.model()).ask(verifiers), { code: 'AUTOIF_MODEL', reason: 'truncated' })
  const hasty = open({ model: 'rehearsal', baseUrl: two.url, deadline: 0.01, requestsPerMinute: 60, patience: 0 })
  await (await hasty.model()).ask(verifiers)
  await two.close()
  await t.rejects((await hasty.model()).ask(verifiers), { code: 'AUTOIF_ENDPOINT', message: /no answer/ })
  await Promise.all([both, cut, hasty].map(resources => resources.close()))
})

t.test('sandbox and NLI are opened once, as told, and the report says what they did', async t => {
  const resources = open({ threads: 1, verifierTimeout: 50 })
  t.teardown(() => resources.close())
  t.match(resources.report(), { models: {}, sandbox: null, nli: null })
  const sandbox = await resources.sandbox()
  t.equal(await resources.sandbox(), sandbox)
  t.equal(sandbox.lanes, 2)
  const endless = 'function evaluate() { for (;;); }'
  t.match(await sandbox.grade([endless], ['any']), [{ outcomes: 'X' }])
  const nli = await resources.nli()
  t.equal(await resources.nli(), nli)
  t.match(resources.report(), { sandbox: Object, nli: nli.name })
})

t.test('what could not be opened does not keep the rest from being closed', async t => {
  const resources = open({ nli: t.testdir({}) })
  await t.rejects(resources.nli(), { code: 'AUTOIF_NLI' })
  const sandbox = await resources.sandbox()
  await resources.close()
  await t.rejects(sandbox.grade(['function evaluate() { return true }'], ['any']), { code: 'AUTOIF_SANDBOX' })
})
