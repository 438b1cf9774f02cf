/** One line of an input that is not blank. */
export interface Line {
  /** Without the line end, and without a byte order mark. Only the beginning when `cut` is set. */
  readonly bytes: Buffer
  /** From 1. */
  readonly line: number
  /** Where the line begins in the input, from 0. */
  readonly byte: number
  /** The whole length of a line that was too long to be held, in bytes. */
  readonly cut?: number
}

export interface Splitter {
  /** The lines that this chunk completes. */
  push(chunk: Uint8Array): readonly Line[]
  /** The last line, if the input did not end with a line end. */
  end(): readonly Line[]
}

/** 16 MiB: a few hundred times the longest conversations of the public dumps, and still nothing to a small machine. */
export const defaults = { maxLineBytes: 16 * 2 ** 20 }

// How much of a line that is too long is kept to show.
const shown = 256
// A byte order mark and a carriage return do not count as part of a line, but are only known as such at its end.
const slack = 4

const isBlank = (bytes: Buffer): boolean => {
  for (const byte of bytes) if (byte > 32 || byte < 9 || (byte > 13 && byte < 32)) return false
  return true
}

const hasMark = (bytes: Buffer): boolean => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf

/**
 * Splits chunks of bytes into lines at \n, and nowhere else: U+2028 is a character. A \r before it, a byte order mark at
 * the very beginning and blank lines are dropped, though counted. Memory is bounded by `maxLineBytes`: of a line longer
 * than that only the beginning is held while the rest is skipped, and it is handed out as `cut`.
 *
 * A line that lies in one chunk is a view of it, not a copy: a chunk's lines travel together and are gone together, so what
 * a line that waits behind a slow stage keeps alive is one chunk, 64 KiB where pipes and files are read.
 */
export const splitter = ({ maxLineBytes } = defaults): Splitter => {
  const limit = maxLineBytes + slack
  // What is held of a line that began in an earlier chunk. Grows by doubling, so that tiny chunks do not copy it again and again.
  let carry = Buffer.allocUnsafe(1024)
  let held = 0
  let skipped = 0
  let line = 0
  let byte = 0

  const append = (piece: Buffer): void => {
    if (held + piece.length > carry.length) {
      const grown = Buffer.allocUnsafe(Math.min(limit, Math.max(2 * carry.length, held + piece.length)))
      carry.copy(grown, 0, 0, held)
      carry = grown
    }
    piece.copy(carry, held)
    held += piece.length
  }

  const hold = (piece: Buffer): void => {
    if (skipped === 0 && held + piece.length <= limit) return append(piece)
    const total = held + skipped + piece.length
    if (held < shown) append(piece.subarray(0, shown - held))
    held = Math.min(held, shown)
    skipped = total - held
  }

  const finish = (last: Buffer, into: Line[]): void => {
    let bytes = last
    if (held + skipped > 0 || last.length > limit) {
      hold(last)
      bytes = Buffer.from(carry.subarray(0, held))
    }
    const length = skipped > 0 ? held + skipped : bytes.length
    const begin = byte
    line++
    byte += length + 1
    const whole = skipped === 0
    held = 0
    skipped = 0
    const mark = line === 1 && hasMark(bytes) ? 3 : 0
    if (mark > 0) bytes = bytes.subarray(mark)
    if (whole && bytes.at(-1) === 13) bytes = bytes.subarray(0, -1)
    if (!whole || bytes.length > maxLineBytes)
      into.push({ bytes: bytes.subarray(0, shown - mark), line, byte: begin + mark, cut: length })
    else if (!isBlank(bytes)) into.push({ bytes, line, byte: begin + mark })
  }

  return {
    push(chunk) {
      const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
      const lines: Line[] = []
      let start = 0
      for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
        finish(bytes.subarray(start, end), lines)
        start = end + 1
      }
      if (start < bytes.length) hold(bytes.subarray(start))
      return lines
    },
    end() {
      const lines: Line[] = []
      if (held + skipped > 0) finish(Buffer.alloc(0), lines)
      return lines
    },
  }
}
