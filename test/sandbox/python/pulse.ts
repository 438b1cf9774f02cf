import t from 'tap'
import { pulse } from '../../../lib/sandbox/python/pulse.ts'

const heart = (now = () => 0) => {
  const memory = new WebAssembly.Memory({ initial: 1 })
  const hooks = { tick: () => 0, random: (view: Uint8Array) => view }
  const stop = { is: 'stop' }
  const inputAt = 64
  const limit = pulse(hooks as never, memory as never, inputAt, now, stop)
  const at = (input: number): void => {
    new Uint32Array(memory.buffer)[inputAt / 4] = input
  }
  const tick = (times: number): readonly unknown[] =>
    Array.from({ length: times }, () => {
      try {
        return hooks.tick()
      } catch (thrown) {
        return thrown
      }
    })
  const drawn = (): string => hooks.random(new Uint8Array(8)).join()
  return { memory, limit, at, tick, drawn, stop }
}

t.test('an interrupt is raised when the ticks for one input are used up, and again when it is not heeded', async t => {
  const { limit, tick, stop } = heart()
  limit(10, 1)
  t.same(tick(10), Array(10).fill(0))
  const after = tick(4096)
  t.equal(after[0], 2)
  t.equal(after.filter(answer => answer === 2).length, 16)
  t.equal(tick(1)[0], stop, 'in the end it is over')
})

t.test('the ticks are counted for each input, and for each run', async t => {
  const { memory, limit, at, tick } = heart()
  limit(10, 1)
  at(1)
  tick(10)
  at(2)
  memory.grow(1)
  t.same(tick(10), Array(10).fill(0))
  t.same(tick(1), [2])
  limit(10, 1)
  t.same(tick(10), Array(10).fill(0))
})

t.test('past the deadline it is over soon', async t => {
  let clock = 5
  const { limit, tick, stop } = heart(() => clock)
  limit(1e6, 10)
  t.same(tick(100), Array(100).fill(0))
  clock = 11
  t.ok(tick(8).includes(stop))
})

t.test('entropy is the same for each input, and not twice the same within one', async t => {
  const { limit, at, drawn } = heart()
  limit(1, 1)
  at(1)
  const first = [drawn(), drawn()]
  at(2)
  t.same([drawn(), drawn()], first)
  t.not(first[0], first[1])
  limit(1, 1)
  t.equal(drawn(), first[0])
})
