// Randomness is drawn from a key (run seed, stage, record id), so a rerun draws the same whatever the order of arrival.

// cyrb128: four 32-bit lanes, so that two of a million keys do not share a state.
const lanesOf = (key: string): [number, number, number, number] => {
  let a = 1779033703
  let b = 3144134277
  let c = 1013904242
  let d = 2773480762
  for (let index = 0; index < key.length; index++) {
    const unit = key.charCodeAt(index)
    a = b ^ Math.imul(a ^ unit, 597399067)
    b = c ^ Math.imul(b ^ unit, 2869860233)
    c = d ^ Math.imul(c ^ unit, 951274213)
    d = a ^ Math.imul(d ^ unit, 2716044179)
  }
  return [a ^ (c >>> 18), b ^ (d >>> 22), c ^ (a >>> 17), d ^ (b >>> 19)]
}

/** A generator of numbers in [0, 1), the same for the same key on every machine (sfc32). */
export const seeded = (key: string): (() => number) => {
  let [a, b, c, d] = lanesOf(key)
  const next = (): number => {
    const sum = (a + b + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return (sum >>> 0) / 4294967296
  }
  for (let warm = 0; warm < 12; warm++) next()
  return next
}

/** A whole number in [0, below). */
export const integer = (random: () => number, below: number): number => Math.floor(random() * below)

/** `count` different items in random order; all of them when there are fewer. */
export const drawn = <T>(random: () => number, items: readonly T[], count: number): T[] => {
  const pool = [...items]
  const size = Math.min(count, pool.length)
  for (let at = 0; at < size; at++) {
    const from = at + integer(random, pool.length - at)
    const taken = pool[from] as T
    pool[from] = pool[at] as T
    pool[at] = taken
  }
  return pool.slice(0, size)
}
