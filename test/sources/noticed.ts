import t from 'tap'
import { Batch, type Envelope } from '../../lib/records/envelope.ts'
import { noticed, onceWanted } from '../../lib/sources/noticed.ts'
import { gathered } from '../fixtures/gathered.ts'

const good: Envelope = { id: 'good', record: {} }
const bad: Envelope = { id: 'bad', record: {}, refused: { stage: 'read', why: 'html', failed: false } }

/** A source that tells how many of its batches were asked for; `fault` is thrown behind the last. */
const told = (batches: readonly (readonly Envelope[])[], fault?: Error) => {
  const state = { asked: 0 }
  const source = async function* (): AsyncGenerator<Batch> {
    for (const envelopes of batches) {
      state.asked++
      yield new Batch(envelopes)
    }
    if (fault) throw fault
  }
  return { state, ...noticed(source()) }
}

const ids = async (source: AsyncIterable<Batch>) =>
  (await gathered(source)).flatMap(({ envelopes }) => envelopes.map(({ id }) => id))

t.test('the first record that is taken is enough, and nothing behind it is read before somebody asks', async t => {
  const { promising, state, source } = told([[bad], [bad, good], [good]])
  t.equal(await promising, true)
  t.equal(state.asked, 2)
  t.same(await ids(source), ['bad', 'bad', 'good', 'good'])
})

t.test('a source that ends without one is of no use, and what was refused is handed on all the same', async t => {
  const { promising, source } = told([[bad], [bad]])
  t.equal(await promising, false)
  t.same(await ids(source), ['bad', 'bad'])
  t.equal(await told([]).promising, false)
})

t.test('after a thousand refused ones there is no more waiting', async t => {
  const { promising, state, source } = told(Array(30).fill(Array(100).fill(bad)))
  t.equal(await promising, true)
  t.equal(state.asked, 10)
  t.equal((await ids(source)).length, 3000)
})

t.test('what goes wrong is heard by both, behind what was read before', async t => {
  const { promising, source } = told([[bad]], new Error('torn'))
  await t.rejects(promising, { message: 'torn' })
  const found: Batch[] = []
  const reading = (async () => {
    for await (const one of source) found.push(one)
  })()
  await t.rejects(reading, { message: 'torn' })
  t.equal(found.length, 1)
})

t.test('what waits is not touched before it is wanted, and not at all when it is not', async t => {
  let asked = 0
  const records = async function* () {
    asked++
    yield 'one'
  }
  let say = (_: boolean): void => {}
  const waiting = gathered(onceWanted(records(), new Promise<boolean>(resolve => (say = resolve))))
  await new Promise(resolve => setImmediate(resolve))
  t.equal(asked, 0)
  say(true)
  t.same(await waiting, ['one'])
  t.same(await gathered(onceWanted(records(), Promise.resolve(false))), [])
  t.equal(asked, 1)
})
