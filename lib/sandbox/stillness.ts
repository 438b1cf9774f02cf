// 2024-01-01T00:00:00Z; any fixed instant would do, so long as it never changes: verdicts may depend on it.
/** The instant at which every JavaScript verifier runs, in milliseconds since 1970. */
export const instant = 1704067200000

/**
 * Takes from an isolate's world whatever a verdict must not depend on. It travels into the isolate as its own source
 * text, so it may use nothing from this file. Hands back what starts Math.random over, to be called before each input.
 */
export const stillness = (now: number): (() => void) => {
  const world = globalThis as unknown as Record<string, unknown>

  // Memory that the heap limit does not see, ways to wait, ways to watch the collector, and a second clock.
  const unwanted = 'WebAssembly SharedArrayBuffer Atomics WeakRef FinalizationRegistry Temporal console'
  for (const name of unwanted.split(' ')) delete world[name]
  // A function that reports to nobody what it is doing has done no wrong.
  const silent = Object.fromEntries('debug error info log trace warn'.split(' ').map(name => [name, () => {}]))
  Object.defineProperty(world, 'console', { value: silent })

  let seed = 1
  const random = (): number => {
    seed = (seed * 16807) % 2147483647
    return (seed - 1) / 2147483646
  }
  Object.defineProperty(Math, 'random', { value: random })

  const Clock = Date
  const { construct } = Reflect
  const Still = function (...given: unknown[]): unknown {
    return new.target ? construct(Clock, given.length > 0 ? given : [now], new.target) : new Clock(now).toString()
  }
  Object.defineProperty(Still, 'name', { value: 'Date' })
  Object.defineProperty(Still, 'prototype', { value: Clock.prototype, writable: false })
  for (const [name, value] of Object.entries({ parse: Clock.parse, UTC: Clock.UTC, now: () => now }))
    Object.defineProperty(Still, name, { value })
  Object.defineProperty(Clock.prototype, 'constructor', { value: Still })
  Object.defineProperty(world, 'Date', { value: Still })

  // A formatter that is given no date asks the real clock.
  const formatter = Intl.DateTimeFormat.prototype
  const { format, formatToParts } = Object.getOwnPropertyDescriptors(formatter) as Record<string, PropertyDescriptor>
  const formatOf = format?.get as (this: unknown) => (date: unknown) => string
  const partsOf = formatToParts?.value as (this: unknown, date: unknown) => unknown
  Object.defineProperty(formatter, 'format', {
    get() {
      const bound = formatOf.call(this)
      return (date: unknown = now) => bound(date)
    },
  })
  Object.defineProperty(formatter, 'formatToParts', {
    value(date: unknown = now) {
      return partsOf.call(this, date)
    },
  })

  return () => {
    seed = 1
  }
}
