import { join } from 'node:path'
import t from 'tap'
import { openModel } from '../../../lib/config/open/open-model.ts'
import { settings } from '../../../lib/config/settings.ts'
import { openBudget } from '../../../lib/models/budget/budget.ts'
import { openJournal } from '../../../lib/models/journal/journal.ts'
import { prompt } from '../../../lib/prompts/prompt.ts'

const question = prompt(
  'judge',
  'instruction',
  'query',
  'response',
)({ instruction: 'Shout.', query: 'Tea?', response: 'YES' })
const asking = { n: 2, seed: 5 }

t.test('nobody answers where no model is named', async t => {
  const model = await openModel('', settings, {}, { budget: openBudget(), offline: false })
  await t.rejects(model.ask('?'), { code: 'AUTOIF_USAGE', message: 'no model is named' })
})

t.test('what was answered once comes from the journal, costs nothing now and counts for the whole run', async t => {
  const journal = openJournal(join(t.testdir(), 'j.sqlite'))
  t.teardown(() => journal.close())
  const first = openBudget()
  const told = await (await openModel('rehearsal', settings, {}, { budget: first, journal, offline: false })).ask(
    question,
    asking,
  )
  t.equal(first.spent.requests, 1)
  const second = openBudget()
  const offline = await openModel('rehearsal', settings, {}, { budget: second, journal, offline: true })
  t.same(await offline.ask(question, asking), told)
  t.match(second.spent, { requests: 0, prompt: first.spent.prompt, completion: first.spent.completion })
  await t.rejects(offline.ask(question, { seed: 99 }), { code: 'AUTOIF_JOURNAL', message: /no answer to request/ })
})

t.test('another rate of errors makes another teacher of the built-in one', async t => {
  const journal = openJournal(join(t.testdir(), 'j.sqlite'))
  t.teardown(() => journal.close())
  const asked = async (rehearsal: string) => {
    const budget = openBudget()
    const model = await openModel('rehearsal', { ...settings, rehearsal }, {}, { budget, journal, offline: false })
    await model.ask(question, asking)
    return budget.spent.requests
  }
  t.same([await asked(''), await asked(''), await asked('wrongFunctions=0.5')], [1, 0, 1])
})
