import { isUtf8 } from 'node:buffer'
import { isProblem, type Problem } from '../records/door.ts'
import { Batch, type Envelope, type Place } from '../records/envelope.ts'
import { identifier } from '../records/ids.ts'
import { excerpt } from './excerpt.ts'
import { type Line, defaults as lineDefaults, splitter } from './lines.ts'
import { type Format, sniff, sniffed } from './sniff.ts'
import { readable } from './unreadable.ts'

export interface NdjsonOptions {
  /** What places and messages call the input: a path, or `stdin`. */
  readonly name: string
  /** What a line holds, in a word: a value that the door does not take is refused as `not-a-<kind>`. */
  readonly kind: string
  readonly door: (value: unknown) => object | Problem
  /** `auto` tells NDJSON from plain text by the first byte that is not blank. */
  readonly format?: Format | 'auto'
  /** A longer line is refused as `too-long` and never held; 16 MiB unless told. */
  readonly maxLineBytes?: number
}

export interface NdjsonSource extends AsyncIterable<Batch> {
  /** What has been read so far; `lines` counts those that were not blank, each of which became one envelope. */
  readonly stats: { readonly bytes: number; readonly lines: number }
}

// Larger chunks are taken in slices, so that a batch stays small whatever the chunks come from.
const slice = 256 * 1024

const article = (kind: string): string => (/^[aeiou]/.test(kind) ? 'an' : 'a')

const isBlank = (byte: number): boolean => byte <= 32 || byte === 0xef || byte === 0xbb || byte === 0xbf

/**
 * Reads lines of JSON or of plain text, one Batch for each chunk (at most 256 KiB of it). A line becomes an envelope
 * with what the door makes of it, its place, and its bytes as `raw` if they are JSON. A line that cannot be read becomes
 * a refused envelope (stage `read`; why `not-utf8`, `not-json`, `too-long` or `not-a-<kind>`), and reading goes on.
 * Can be iterated once. Throws AUTOIF_SOURCE when the chunks fail or the input is in a container that is not read (see `sniff`).
 */
export const ndjson = (chunks: AsyncIterable<Uint8Array>, options: NdjsonOptions): NdjsonSource => {
  const { name, kind, door, maxLineBytes = lineDefaults.maxLineBytes } = options
  const stats = { bytes: 0, lines: 0 }
  const identify = identifier()
  let format = options.format === 'auto' ? undefined : options.format
  let head = Buffer.alloc(0)

  const refused = (id: string, place: Place, why: string, detail: object, record: unknown = {}): Envelope => ({
    id,
    record,
    place,
    refused: { stage: 'read', why, detail, failed: false },
  })

  const envelopeOf = ({ bytes, line, byte, cut }: Line): Envelope => {
    stats.lines++
    const place = { source: name, line, byte }
    const id = identify(bytes, `${line}`)
    if (cut !== undefined) return refused(id, place, 'too-long', { bytes: cut, excerpt: excerpt(bytes) })
    if (!isUtf8(bytes)) return refused(id, place, 'not-utf8', { excerpt: excerpt(bytes) })
    const text = bytes.toString()
    let value: unknown = text
    try {
      if (format !== 'lines') value = JSON.parse(text)
    } catch (error) {
      const { message } = error as SyntaxError
      return refused(id, place, 'not-json', { problem: message, excerpt: excerpt(bytes) })
    }
    const record = door(value)
    if (isProblem(record)) return refused(id, place, `not-${article(kind)}-${kind}`, { problem: record.problem }, value)
    return format === 'lines' ? { id, record, place } : { id, record, raw: bytes, place }
  }

  const batchOf = (lines: readonly Line[], final: boolean): Batch | undefined => {
    if (lines.length > 0 || final) format ??= sniff(head, name, true)
    return lines.length > 0 ? new Batch(lines.map(envelopeOf)) : undefined
  }

  const look = (bytes: Uint8Array): void => {
    const from = head.length > 0 ? 0 : bytes.findIndex(byte => !isBlank(byte))
    if (from < 0) return
    head = Buffer.concat([head, bytes.subarray(from, from + sniffed - head.length)])
    format = sniff(head, name, false)
  }

  async function* batches(): AsyncGenerator<Batch> {
    const lines = splitter({ maxLineBytes })
    for await (const chunk of readable(chunks, name)) {
      stats.bytes += chunk.length
      for (let at = 0; at < chunk.length; at += slice) {
        const bytes = chunk.length > slice ? chunk.subarray(at, at + slice) : chunk
        if (format === undefined) look(bytes)
        const batch = batchOf(lines.push(bytes), false)
        if (batch) yield batch
      }
    }
    const batch = batchOf(lines.end(), true)
    if (batch) yield batch
  }

  return { stats, [Symbol.asyncIterator]: batches }
}
