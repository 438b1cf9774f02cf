import { hash } from 'node:crypto'

// 2^25 bits, 4 MiB whatever the length of the input: recognising repeats exactly would grow with it.
const bits = 2 ** 25

/**
 * Content-born ids: 16 hexadecimal digits of a hash of what is given. What was certainly not seen before gets the plain hash;
 * what was perhaps seen (always when it was, rarely when it was not) gets `@` and its position, so ids stay different.
 */
export const identifier = (): ((content: Uint8Array | string, position: string) => string) => {
  const seen = new Uint32Array(bits / 32)
  return (content, position) => {
    const digest = hash('sha1', content, 'hex')
    let known = true
    for (let part = 0; part < 4; part++) {
      const bit = Number.parseInt(digest.slice(8 * part, 8 * part + 8), 16) % bits
      const at = bit >>> 5
      const mask = 1 << (bit & 31)
      if (((seen[at] as number) & mask) === 0) known = false
      seen[at] = (seen[at] as number) | mask
    }
    const id = digest.slice(0, 16)
    return known ? `${id}@${position}` : id
  }
}
