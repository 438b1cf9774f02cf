import t from 'tap'
import { Ledger } from '../../lib/flow/ledger.ts'
import { type Flow, from, type Recipe } from '../../lib/flow/recipe.ts'
import { run } from '../../lib/flow/run.ts'
import { reject, type Stage } from '../../lib/flow/stage.ts'
import { Batch } from '../../lib/records/envelope.ts'
import { whyDry } from '../../lib/report/dry.ts'
import { pair } from '../../lib/stages/3-queries/pair.ts'
import { described, type Reasons } from '../../lib/wraps/described.ts'

const nowhere = { write() {}, close() {} }

const words = { short: 'the text is too short', long: 'the text is too long', odd: 'the text is odd', bad: 'it is bad' }

/** Refuses whatever has a `why` for it. */
const sieve = <In extends object>(name: string): Stage<In, In, keyof typeof words> => ({
  name,
  cost: 'free',
  lanes: 1,
  rejects: words,
  run: record => (name in record ? reject((record as Record<string, keyof typeof words>)[name] ?? 'bad') : record),
})

const told = async (recipe: Recipe, reads: Record<string, string> = {}): Promise<string | undefined> => {
  const reasons: Reasons = new Map()
  const ledger = await run(recipe, { wraps: [described(reasons)] })
  return whyDry({ ledger, recipe, reasons, reads })
}

const instruction = { instruction: 'Use no commas.' }
const query = { query: 'Why is the sky blue?' }

const met = (instructions: Flow<typeof instruction>, queries: Flow<typeof query>) =>
  instructions.join(queries, pull => pair({ pull, queries: 1 }))

t.test('a run with rows, or with rows off the side, has nothing to explain', async t => {
  t.equal(
    await told(
      from([{ a: 1 }])
        .through(sieve('novel'))
        .into(nowhere),
    ),
    undefined,
  )
  const teed = from([{ a: 1, novel: 'bad' }])
    .tee(sieve('to-dpo'), nowhere)
    .through(sieve('novel'))
    .into(nowhere)
  t.equal(await told(teed), undefined)
})

t.test('an empty input is named', async t => {
  const recipe = from([]).through(sieve('novel')).into(nowhere)
  t.equal(await told(recipe, { read: '-' }), 'Nothing came in: stdin is empty.')
  t.equal(await told(recipe, { read: 'a.jsonl\n-' }), 'Nothing came in: a.jsonl, stdin are empty.')
})

t.test('the stage that let nothing through is named, with its commonest reasons in words', async t => {
  const whys = ['short', 'long', 'long', 'odd', 'long', 'odd', 'bad']
  const source = [{ novel: 'bad' }, ...whys.map(accept => ({ accept }))]
  const recipe = from(source).through(sieve('novel')).through(sieve('accept')).through(sieve('score')).into(nowhere)
  t.equal(
    await told(recipe, { read: '-' }),
    'No row was made: of 7 records none passed accept, because the text is too long (3); the text is odd (2); the text is too short (1).',
  )
})

t.test('of several stages of one name it is said which', async t => {
  const recipe = from([{ speaks: 'odd' }])
    .through(sieve('novel'))
    .through(sieve('speaks'))
    .through(sieve('score'))
    .through(sieve('speaks'))
  t.match(
    await told(recipe.into(nowhere)),
    /of 1 record none passed speaks behind novel, because the text is odd \(1\)/,
  )
})

t.test('records of which none could be read are told of by why', async t => {
  const refused = (why: string) => ({ id: why, record: {}, refused: { stage: 'read', why, failed: false } })
  const recipe = from([new Batch([refused('html'), refused('no-example'), refused('html')])]).into(nowhere)
  t.equal(
    await told(recipe, { read: '-' }),
    'No row was made: of 3 records none could be read, because the turn is a page of HTML (2); no-example (1).',
  )
})

t.test('where two streams meet it is about the one that ran dry', async t => {
  const reads = { read: '-', queries: 'q.jsonl' }
  const good = from([instruction])
  const queries = from([query], 'queries')
  t.match(
    await told(met(from([{ ...instruction, novel: 'odd' }]).through(sieve('novel')), queries).into(nowhere), reads),
    /of 1 instruction none passed novel/,
  )
  const dry = from(
    [query, query].map(one => ({ ...one, screen: 'long' })),
    'queries',
  ).through(sieve('screen'))
  t.match(await told(met(good, dry).into(nowhere), reads), /of 2 queries none passed screen, because .* too long \(2\)/)
  t.equal(await told(met(good.cycled(), dry).into(nowhere), reads), await told(met(good, dry).into(nowhere), reads))
  t.equal(await told(met(good, from([], 'queries')).into(nowhere), reads), 'Nothing came in: q.jsonl is empty.')
  t.equal(await told(met(from([]), queries).into(nowhere), reads), 'Nothing came in: stdin is empty.')
  t.equal(
    await told(met(from([], 'draws'), from([], 'queries')).into(nowhere), reads),
    'Nothing came in: q.jsonl is empty.',
    'instructions wait for queries',
  )
  const refused = { stage: 'read', why: 'html', failed: false }
  const unread = from<typeof query>([new Batch([{ id: 'a', record: {}, refused }])], 'queries')
  t.match(
    await told(met(from([], 'draws'), unread).into(nowhere), reads),
    /of 1 query none could be read, because .*HTML/,
  )
  const task = met(from([{ ...instruction, score: 'bad' }]), queries).through(sieve('score'))
  t.match(await told(task.into(nowhere), reads), /of 1 task none passed score, because it is bad \(1\)/)
})

t.test('where a run was ended by something else nothing is made up', async t => {
  const ledger = new Ledger()
  const recipe = from([{}]).through(sieve('novel')).into(nowhere)
  for (const name of ['read', 'novel']) ledger.open(name)
  const [read, novel] = ledger.accounts
  for (const account of [read, novel]) if (account) account.entered = 1
  if (read) read.out = 1
  t.equal(whyDry({ ledger, recipe, reasons: new Map(), reads: {} }), undefined)
})
