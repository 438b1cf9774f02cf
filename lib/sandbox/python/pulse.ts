import type { Booted, Memory } from './pyodide.ts'

/** Sets the limits for what follows: ticks for each input, and the instant on the real clock at which all is over. */
export type Pulse = (ticks: number, deadline: number) => void

/**
 * Counts the interpreter's ticks (about 700 in a millisecond of a bare loop) and ends what goes on for too long: with an
 * interrupt in Python when the ticks for one input are used up, which is the same on every machine, and with `stop`, thrown past
 * all of Python's handlers, when the interrupt is not heeded or the time is up. It also sees to it that entropy is
 * the same for each input. `inputAt` is the address of the number of the input that is being looked at. It travels into the
 * isolate as its own source text, so it may use nothing from this file, and uses only what it took beforehand.
 */
export const pulse = (
  hooks: Booted['hooks'],
  memory: Memory,
  inputAt: number,
  now: () => number,
  stop: object,
): Pulse => {
  const uncurried = Function.prototype.bind.bind(Function.prototype.call) as (method: unknown) => never
  const getter = (of: object, name: string): unknown => Object.getOwnPropertyDescriptor(of, name)?.get
  const { Uint32Array: Words } = globalThis
  const { getPrototypeOf } = Object
  const lengthOf: (of: ArrayBufferView) => number = uncurried(getter(getPrototypeOf(Words.prototype), 'length'))
  const bufferOf: (of: Memory) => ArrayBuffer = uncurried(getter(getPrototypeOf(memory), 'buffer'))

  let words = new Words(memory.buffer)
  const inputNow = (): number => {
    // When the memory has grown, a view of what it was is empty.
    if (lengthOf(words) === 0) words = new Words(bufferOf(memory))
    return words[inputAt >>> 2] as number
  }

  const heeding = 4096
  let limit = 0
  let end = 0
  let ticks = 0
  let tickedAt = 0
  hooks.tick = () => {
    const input = inputNow()
    if (input !== tickedAt) ticks = 0
    tickedAt = input
    ticks++
    if ((ticks & 7) === 0 && now() > end) throw stop
    if (ticks <= limit) return 0
    if (ticks > limit + heeding) throw stop
    // Whoever catches the interrupt gets it again.
    return (ticks - limit) % 256 === 1 ? 2 : 0
  }

  let seed = 0
  let drawnAt = -1
  hooks.random = view => {
    const input = inputNow()
    if (input !== drawnAt) seed = 0x9e3779b9
    drawnAt = input
    for (let at = 0, length = lengthOf(view); at < length; at++) {
      seed ^= seed << 13
      seed ^= seed >>> 17
      seed ^= seed << 5
      view[at] = seed & 255
    }
    return view
  }

  return (forEach, deadline) => {
    limit = forEach
    end = deadline
    // A reset takes back the number of the input, too, so that it may be the same as before.
    ticks = 0
    drawnAt = -1
  }
}
