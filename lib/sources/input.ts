import { AutoifError } from '../errors.ts'
import type { Batch } from '../records/envelope.ts'
import { type Compression, decompressed } from './decompressed.ts'
import type { Doorway } from './envelopes.ts'
import { jsonArray } from './json-array.ts'
import { ndjson } from './ndjson.ts'
import { type Peeked, peeked } from './peeked.ts'
import { type Container, container, type Format, format, refuseBinary } from './sniff.ts'
import { readable } from './unreadable.ts'

export interface InputOptions extends Doorway {
  /** Where the input lies; unset for a stream. */
  readonly path?: string
  /** `auto` tells by the first bytes. */
  readonly format?: 'ndjson' | 'lines' | 'auto'
}

const refuse = (message: string, hint: string): never => {
  throw new AutoifError('AUTOIF_SOURCE', message, { hint })
}

const packing = (seen: Container, name: string, path: string | undefined): Compression | 'parquet' | undefined => {
  if (path?.endsWith('.br')) return 'brotli'
  if (seen !== 'parquet') return seen === 'none' ? undefined : seen
  if (path === undefined)
    refuse(`${name} is a Parquet file, which is read from its end`, 'Name the file instead of piping it.')
  return 'parquet'
}

const unpacked = (head: Buffer, final: boolean, name: string, told: Format | undefined): Format | undefined => {
  const inner = told ? 'none' : container(head, name, final)
  if (inner === undefined) return undefined
  if (inner !== 'none')
    refuse(
      `${name} holds ${inner === 'parquet' ? 'a Parquet file' : `${inner} data`} within compressed data`,
      'Unpack it first.',
    )
  const found = told ?? format(head, final)
  // What is JSON but for a NUL is a bad line, and the lines around it may be good ones.
  if (found === 'lines') refuseBinary(head, name)
  return found
}

/**
 * Reads an input whatever it comes in, told by its first bytes: NDJSON, one JSON array or plain text, as it is or compressed
 * with gzip, zstd, or brotli (by the name `.br`, since that has no mark), and Parquet files. Memory is bounded whatever the size. Can be
 * iterated once. Throws AUTOIF_SOURCE as its container does.
 */
export async function* input(chunks: AsyncIterable<Uint8Array>, options: InputOptions): AsyncGenerator<Batch> {
  const { name, path } = options
  const outer = await peeked(readable(chunks, name), (head, final) => container(head, name, final))
  let packed: ReturnType<typeof packing>
  let inner: Peeked<Format>
  try {
    packed = packing(outer.seen, name, path)
    if (packed === 'parquet') {
      await outer.close()
      const { parquet } = await import('./parquet.ts')
      return yield* parquet(path as string, options)
    }
    const bytes = packed ? decompressed(outer.chunks, packed, name) : outer.chunks
    const told = options.format === 'auto' ? undefined : options.format
    inner = await peeked(bytes, (head, final) => unpacked(head, final, name, told))
  } catch (error) {
    await outer.close()
    throw error
  }
  yield* inner.seen === 'array'
    ? jsonArray(inner.chunks, options)
    : ndjson(inner.chunks, { ...options, format: inner.seen })
}
