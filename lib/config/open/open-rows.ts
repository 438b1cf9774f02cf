import type { Writable } from 'node:stream'
import type { Sink } from '../../records/sink.ts'
import { compressed } from '../../sinks/compressed.ts'
import { containerOf } from '../../sinks/container.ts'
import { fileSink } from '../../sinks/file.ts'
import { type Encode, lines, shaped } from '../../sinks/lines.ts'
import { rowsSink } from '../../sinks/rows.ts'
import { formatOf } from '../../sinks/shapes/index.ts'
import { withLineage } from '../../sinks/shapes/lineage.ts'
import type { Kind, Parts, Rows } from '../../sinks/shapes/parts.ts'
import { parts } from './row-parts.ts'

/** One output of rows. */
export interface Output<One extends Kind = Kind> {
  readonly kind: One
  /** A name out of `formats` of that kind. */
  readonly format: string
  /** `-` is stdout, '' nowhere. */
  readonly path: string
}

/** Takes everything and keeps nothing. */
export const nowhere: Sink<never> = { write() {}, close() {} }

/** A sink for `-` (stdout), a path (compressed when its name says so), or nothing. Throws AUTOIF_SINK when the path cannot be written. */
export const openSink = async <Row>(
  path: string,
  stdout: Writable,
  make: (writable: Writable, name: string) => Sink<Row>,
): Promise<Sink<Row>> => {
  if (path === '') return nowhere
  if (path === '-') return make(stdout, 'stdout')
  const { codec } = containerOf(path)
  const named = (writable: Writable): Sink<Row> => make(writable, path)
  return fileSink(path, writable => (codec ? compressed(writable, codec, named) : named(writable)))
}

/** Opens an output of rows in the container that its name promises; outputs that share `encode` encode each row once. Throws AUTOIF_SINK, AUTOIF_USAGE. */
export const openRows = async <One extends Kind>(
  { kind, format, path }: Output<One>,
  {
    stdout,
    lineage,
    encode,
  }: { readonly stdout: Writable; readonly lineage: boolean; readonly encode: Encode<Rows[One]> },
): Promise<Sink<Rows[One]>> => {
  const { arrange: bare, schema } = formatOf(kind, format)
  const arrange = lineage ? withLineage(bare) : bare
  const { as } = path === '-' ? { as: 'ndjson' as const } : containerOf(path)
  if (as === 'parquet') {
    const { parquetSink } = await import('../../sinks/parquet.ts')
    const shape = shaped(arrange, parts[kind] as Parts<Rows[One]>)
    return fileSink(path, writable => parquetSink(writable, { name: path, schema, lineage, shape }))
  }
  const line = lines(arrange, encode)
  return openSink(path, stdout, (writable, name) => rowsSink(writable, { name, line, as }))
}
