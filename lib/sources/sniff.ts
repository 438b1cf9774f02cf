import { AutoifError } from '../errors.ts'

/** What is around the text, if anything. */
export type Container = 'gzip' | 'zstd' | 'parquet' | 'none'

/** How the text is made up: one JSON value a line, one text a line, or one JSON array of all. */
export type Format = 'ndjson' | 'lines' | 'array'

const has = (head: Buffer, ...bytes: readonly number[]): boolean => bytes.every((byte, at) => head[at] === byte)

const frames = (head: Buffer): boolean =>
  has(head, 0x28, 0xb5, 0x2f, 0xfd) || (((head[0] ?? 0) & 0xf0) === 0x50 && has(head.subarray(1), 0x2a, 0x4d, 0x18))

/**
 * Tells by its first bytes what an input comes in. Undefined when more must be seen, which `final` says there is not.
 * Brotli has no mark of its own. Throws AUTOIF_SOURCE for UTF-16, which nothing here reads.
 */
export const container = (head: Buffer, name: string, final: boolean): Container | undefined => {
  if (head.length < 5 && !final) return undefined
  if (has(head, 0x1f, 0x8b)) return 'gzip'
  if (frames(head)) return 'zstd'
  if (has(head, 0x50, 0x41, 0x52, 0x31, 0x15)) return 'parquet'
  if (has(head, 0xff, 0xfe) || has(head, 0xfe, 0xff)) {
    throw new AutoifError('AUTOIF_SOURCE', `${name} is UTF-16 text, which is not read as it is`, {
      hint: 'Send it through `iconv -f UTF-16 -t UTF-8` first.',
    })
  }
  return 'none'
}

// As far as git looks for one, too; a text that is damaged further on loses the lines that are, and no more.
const searched = 8000

/** Throws AUTOIF_SOURCE when there is a NUL among the first 8000 bytes, as there is in programs, pictures and archives, and in no text. */
export const refuseBinary = (head: Buffer, name: string): void => {
  if (!head.subarray(0, searched).includes(0)) return
  throw new AutoifError('AUTOIF_SOURCE', `${name} is no text: there are NUL bytes in it`, {
    hint: 'Read are NDJSON, a JSON array, plain text and Parquet, also compressed with gzip, zstd or brotli; archives are unpacked first.',
  })
}

const isBlank = (byte: number): boolean => (byte <= 32 && byte > 0) || byte === 0xef || byte === 0xbb || byte === 0xbf

// How much is looked at behind the first byte that is not blank, and how many blanks before it are waited for.
const telling = 64
const blanks = 2 ** 20

const words = ['null', 'true', 'false']

// Numbers in brackets begin many a text, `[1] is a reference` or `[1, 2] say so`; a list of them has nothing behind it.
const numbers = /^(?:-?\d[\d.eE+-]*\s*,\s*)*(?:-?\d[\d.eE+-]*\s*|-)?(?:\]\s*(?:\[.*)?)?$/s

const inList = (text: string, final: boolean): Format | undefined => {
  const inside = text.slice(1).trimStart()
  if (/^[{["\]]/.test(inside) || /^(?:null|true|false)\s*[,\]]/.test(inside)) return 'array'
  const open = numbers.test(inside) || words.some(word => word.startsWith(inside.trimEnd()))
  if (!final && text.length < telling && open) return undefined
  if (inside === '') return final ? 'array' : 'lines'
  return numbers.test(inside) ? 'array' : 'lines'
}

// A word that JSON has for a value begins many a text, too, but is no line of one.
const inWord = (text: string, final: boolean): Format | undefined => {
  const [line = '', ...more] = text.split('\n')
  if (words.includes(line.trim())) return final || more.length > 0 ? 'ndjson' : undefined
  const open = more.length === 0 && words.some(word => word.startsWith(line))
  return open && !final ? undefined : 'lines'
}

/**
 * Tells by its first bytes that are not blank how a text is made up. Undefined when more must be seen. What begins with
 * neither `{` nor `"` nor a list of JSON values, nor has `null`, `true` or `false` for its first line, is plain text, `[Verse one]` for example.
 */
export const format = (head: Buffer, final: boolean): Format | undefined => {
  const from = head.findIndex(byte => !isBlank(byte))
  if (from < 0) return final || head.length > blanks ? 'ndjson' : undefined
  const text = head.toString('latin1', from, from + telling)
  if (text.startsWith('{') || text.startsWith('"')) return 'ndjson'
  return text.startsWith('[') ? inList(text, final) : inWord(text, final)
}
