import { isUtf8 } from 'node:buffer'
import type { AutoifError } from '../errors.ts'
import { isProblem, type Problem, type Turned } from '../records/door.ts'
import type { Envelope } from '../records/envelope.ts'
import { identifier } from '../records/ids.ts'
import type { Place } from '../records/place.ts'
import { compacted } from './compacted.ts'
import { excerpt } from './excerpt.ts'
import type { Piece } from './pieces.ts'

/** How what was read becomes records. */
export interface Doorway {
  /** What places and messages call the input: a path, or `stdin`. */
  readonly name: string
  /** What a record is, in a word: a value that the door does not take is refused as `not-a-<kind>` unless it says why. */
  readonly kind: string
  /** A list gives one record for each of its turns. */
  readonly door: (value: unknown) => object | readonly Turned<object>[] | Problem
  /** Makes ids; one of several inputs shares it with the others. Its own unless told. */
  readonly identify?: (content: Uint8Array | string, position: string) => string
}

export type Counted = 'line' | 'element' | 'row'

export interface Enveloper {
  /** Envelopes of a piece: of JSON, or of plain text that is the value itself. */
  ofPiece(piece: Piece, into: Envelope[]): void
  /** Envelopes of a value that was parsed elsewhere; `raw` is it as JSON. */
  ofValue(value: unknown, raw: Buffer, number: number, into: Envelope[]): void
  /** The envelope that stands for all that a fault took away: what is left of the piece that was being read. */
  ofFault(fault: AutoifError, piece: Piece, into: Envelope[]): void
  placeOf(number: number, byte?: number): Place
}

const article = (kind: string): string => (/^[aeiou]/.test(kind) ? 'an' : 'a')

const parsed = (text: string): { value: unknown } | { message: string } => {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    return { message: (error as SyntaxError).message }
  }
}

/**
 * Makes envelopes of what a container holds. What cannot be read becomes a refused one (stage `read`; why `not-utf8`,
 * `not-json`, `too-long`, `not-text` for plain text with a NUL in it, or what the door says), and reading goes on. `counted` says what places count.
 */
export const enveloper = (
  { name, kind, door, identify = identifier() }: Doorway,
  counted: Counted,
  json: boolean,
): Enveloper => {
  const placeOf = (number: number, byte?: number): Place => ({
    source: name,
    [counted]: number,
    ...(byte === undefined || counted === 'row' ? {} : { byte }),
  })

  const refused = (id: string, place: Place, why: string, detail: object, record: unknown = {}): Envelope => ({
    id,
    record,
    place,
    refused: { stage: 'read', why, detail, failed: false },
  })

  const admitted = (value: unknown, raw: Buffer, id: string, place: Place, into: Envelope[]): void => {
    // A row of Parquet may hold what JSON does not, and rejects are JSON.
    const shown = (): unknown => (counted === 'row' ? JSON.parse(raw.toString()) : value)
    const found = door(value)
    const turnedAway = ({ problem, why }: Problem, id: string, place: Place) =>
      into.push(refused(id, place, why ?? `not-${article(kind)}-${kind}`, { problem }, shown()))
    if (isProblem(found)) turnedAway(found, id, place)
    else if (!Array.isArray(found)) into.push(json ? { id, record: found, raw, place } : { id, record: found, place })
    else
      for (const { turn, record } of found as readonly Turned<object>[]) {
        const here = { id: `${id}.${turn - 1}`, place: { ...place, turn } }
        if (isProblem(record)) turnedAway(record, here.id, here.place)
        else into.push({ ...here, record })
      }
  }

  const ofPiece = ({ bytes, number, byte, cut }: Piece, into: Envelope[]): void => {
    const place = placeOf(number, byte)
    const turnedAway = (why: string, detail: object) =>
      void into.push(refused(identify(bytes, `${number}`), place, why, { ...detail, excerpt: excerpt(bytes) }))
    if (cut !== undefined) return turnedAway('too-long', { bytes: cut })
    if (!isUtf8(bytes)) return turnedAway('not-utf8', {})
    if (!json && bytes.includes(0)) return turnedAway('not-text', { problem: 'holds a NUL, which no text does' })
    const text = bytes.toString()
    const read = json ? parsed(text) : { value: text }
    if ('message' in read) return turnedAway('not-json', { problem: read.message })
    // No line has a line end in it, elements of arrays that were laid out for reading do.
    const raw = counted === 'element' && bytes.includes(10) ? compacted(bytes) : bytes
    admitted(read.value, raw, identify(raw, `${number}`), place, into)
  }

  return {
    ofPiece,
    ofValue: (value, raw, number, into) => admitted(value, raw, identify(raw, `${number}`), placeOf(number), into),
    ofFault(fault, piece, into) {
      const { bytes, number, byte } = piece
      const whole =
        json && !piece.cut && /[}"]\s*$/.test(bytes.toString('latin1')) && 'value' in parsed(bytes.toString())
      if (whole) ofPiece(piece, into)
      const lost = whole ? bytes.subarray(0, 0) : bytes
      const detail = { problem: fault.message, ...(lost.length > 0 ? { excerpt: excerpt(lost) } : {}) }
      const place = whole ? placeOf(number + 1) : placeOf(number, byte)
      into.push(refused(identify(lost, `fault ${number}`), place, fault.reason ?? 'unreadable', detail))
    },
    placeOf,
  }
}
