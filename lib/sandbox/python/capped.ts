import { AutoifError } from '../../errors.ts'

const memorySection = 5
const pageKb = 64

const unreadable = (): AutoifError =>
  new AutoifError('AUTOIF_SANDBOX', "Pyodide's pyodide.asm.wasm has no memory of its own with a maximum", {
    hint: 'Install the version of the pyodide package that package.json names ("npm ci").',
  })

/**
 * The same WebAssembly module, whose memory cannot grow past `maxMb` megabytes: no limit of isolated-vm sees that memory, so
 * the module itself has to forbid it. Throws AUTOIF_SANDBOX for a module that does not define its memory.
 */
export const capped = (wasm: Uint8Array, maxMb: number): Uint8Array<ArrayBuffer> => {
  const bytes = Uint8Array.from(wasm)
  // Past the magic number and the version.
  let at = 8
  const byte = (): number => {
    const read = bytes[at++]
    if (read === undefined) throw unreadable()
    return read
  }
  const number = (): number => {
    let value = 0
    for (let place = 1; ; place *= 128) {
      const read = byte()
      value += (read & 127) * place
      if (read < 128) return value
    }
  }
  while (at < bytes.length) {
    const section = byte()
    const length = number()
    if (section !== memorySection) {
      at += length
      continue
    }
    number()
    const hasMaximum = (byte() & 1) === 1
    number()
    if (!hasMaximum) break
    const start = at
    number()
    let pages = (maxMb * 1024) / pageKb
    // The new number keeps the length of the old one, so that nothing behind it moves.
    for (let place = start; place < at; place++) {
      bytes[place] = (pages & 127) | (place < at - 1 ? 128 : 0)
      pages >>>= 7
    }
    return bytes
  }
  throw unreadable()
}
