import t from 'tap'
import { AutoifError } from '../../lib/errors.ts'
import type { Asking } from '../../lib/models/model.ts'
import { type Samples, samples } from '../../lib/models/samples.ts'

/** Records what is asked and answers with the seed and place of each reply, `most` at a time. */
const server = (most: number) => {
  const asked: Asking[] = []
  const request = async (asking: Asking): Promise<Samples> => {
    asked.push(asking)
    const { n = 1, seed = 0 } = asking
    return Array.from({ length: Math.min(n, most) }, (_, at) => `reply ${seed + at}`)
  }
  return { asked, request }
}

const refusing = () => {
  const { asked, request } = server(1)
  const refusal = { refusesN: new AutoifError('AUTOIF_MODEL', 'no n') }
  const picky = async (asking: Asking): Promise<Samples> => {
    const found = await request(asking)
    return (asking.n ?? 1) > 1 ? refusal : found
  }
  return { asked, request: picky }
}

const wanted = ['reply 40', 'reply 41', 'reply 42', 'reply 43']
const asking = { n: 4, seed: 40, temperature: 0.5 }
const alone = [40, 41, 42, 43].map(seed => ({ seed, temperature: 0.5 }))

t.test('a server that gives n is asked once', async t => {
  const { asked, request } = server(9)
  t.strictSame(await samples('auto')(request, asking), wanted)
  t.strictSame(asked, [asking])
})

t.test('one reply is asked for without n', async t => {
  const { asked, request } = server(9)
  t.strictSame(await samples('auto')(request, { seed: 40 }), ['reply 40'])
  t.strictSame(asked, [{ seed: 40 }])
})

t.test('a server that gives one is asked for the others alone, and remembered', async t => {
  const { asked, request } = server(1)
  const sampled = samples('auto')
  t.strictSame(await sampled(request, asking), wanted)
  t.strictSame(asked, [asking, ...alone.slice(1)])
  asked.length = 0
  t.strictSame(await sampled(request, asking), wanted)
  t.strictSame(asked, alone)
})

t.test('a server that gives some fills up alone and is asked for n again', async t => {
  const { asked, request } = server(3)
  const sampled = samples('auto')
  t.strictSame(await sampled(request, asking), wanted)
  t.strictSame(await sampled(request, asking), wanted)
  t.strictSame(asked, [asking, alone[3], asking, alone[3]])
})

t.test('a server that refuses n is asked alone, and remembered', async t => {
  const { asked, request } = refusing()
  const sampled = samples('auto')
  t.strictSame(await sampled(request, asking), wanted)
  t.strictSame(await sampled(request, asking), wanted)
  t.strictSame(asked, [asking, ...alone, ...alone])
})

t.test('a refusal of everything is not taken for a refusal of n', async t => {
  const asked: Asking[] = []
  const request = async (one: Asking): Promise<Samples> => {
    asked.push(one)
    return { refusesN: new AutoifError('AUTOIF_MODEL', 'no') }
  }
  const sampled = samples('auto')
  await t.rejects(sampled(request, asking), { code: 'AUTOIF_MODEL' })
  const before = asked.length
  await t.rejects(sampled(request, asking), { code: 'AUTOIF_MODEL' })
  t.strictSame(asked[before], asking, 'n is tried again')
})

t.test('never asks for several at once when told so', async t => {
  const { asked, request } = server(9)
  t.strictSame(await samples('one')(request, asking), wanted)
  t.strictSame(asked, alone)
})

t.test('no seed stays no seed, and too many replies are cut', async t => {
  const { asked, request } = server(1)
  await samples('one')(request, { n: 2 })
  t.strictSame(asked, [{}, {}])
  t.strictSame(await samples('auto')(async () => ['a', 'b', 'c'], { n: 2 }), ['a', 'b'])
})
