import { AutoifError } from '../errors.ts'

/** One JSON value a line, or one text a line. */
export type Format = 'ndjson' | 'lines'

/** How many bytes, from the first that is not blank, `sniff` looks at. */
export const sniffed = 64

const has = (head: Buffer, ...bytes: readonly number[]): boolean => bytes.every((byte, at) => head[at] === byte)

const unread = (name: string, what: string, hint: string): AutoifError =>
  new AutoifError('AUTOIF_SOURCE', `${name} is ${what}, which is not read as it is`, { hint })

const refuseContainers = (head: Buffer, name: string): void => {
  if (has(head, 0x1f, 0x8b)) throw unread(name, 'compressed with gzip', 'Send it through `gunzip -c` first.')
  if (has(head, 0x28, 0xb5, 0x2f, 0xfd)) throw unread(name, 'compressed with zstd', 'Send it through `zstd -dc` first.')
  if (has(head, 0x50, 0x41, 0x52, 0x31, 0x15)) throw unread(name, 'a Parquet file', 'Convert it to NDJSON first.')
  if (has(head, 0xff, 0xfe) || has(head, 0xfe, 0xff))
    throw unread(name, 'UTF-16 text', 'Send it through `iconv -f UTF-16 -t UTF-8` first.')
}

/**
 * Tells by its first bytes what an input holds: `head` begins at its first byte that is not blank, `final` says that
 * there will be no more of it. Undefined when more must be seen. An input whose first line does not begin with `{`, `"`
 * or `[` is plain text. Throws AUTOIF_SOURCE for what is not read yet: compressed files, Parquet, UTF-16, one big array.
 */
export const sniff = (head: Buffer, name: string, final: boolean): Format | undefined => {
  if (head.length < 5 && !final) return undefined
  refuseContainers(head, name)
  const text = head.toString('latin1')
  if (!text.startsWith('[')) return text.startsWith('{') || text.startsWith('"') ? 'ndjson' : 'lines'
  const [inside] = text.slice(1).trimStart()
  if (inside === undefined && !final && head.length < sniffed) return undefined
  if (inside === undefined || '{["]'.includes(inside))
    throw unread(name, 'one JSON array', "Give one record a line: `jq -c '.[]'` makes that of it.")
  return 'lines'
}
