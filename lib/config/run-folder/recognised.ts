import { closeSync, openSync, readSync } from 'node:fs'
import { formats } from '../../sinks/shapes/index.ts'
import type { Schema } from '../../sinks/shapes/schema.ts'

/** No row of ours is longer than this, or nearly none. */
const looked = 1024 * 1024

const firstRow = (path: string): Readonly<Record<string, unknown>> | undefined => {
  const buffer = Buffer.alloc(looked)
  const file = openSync(path, 'r')
  try {
    const head = buffer.toString('utf8', 0, readSync(file, buffer, 0, looked, 0))
    // A row a line, also in the arrays that we write.
    const line = head.split('\n').find(one => one.startsWith('{'))
    return line === undefined ? undefined : JSON.parse(line.replace(/,$/, ''))
  } catch {
    return undefined
  } finally {
    closeSync(file)
  }
}

const fits = ({ type }: Schema, value: unknown): boolean => {
  if (Array.isArray(value)) return type === 'array'
  return typeof type === 'string' ? typeof value === type : value === null || typeof value === 'number'
}

/**
 * The format that a file's first row is in, told by its columns; undefined when it is none of ours, or the file is compressed
 * or Parquet. Throws the system's error when the file cannot be opened.
 */
export const recognised = (path: string): string | undefined => {
  const { _autoif, ...row } = firstRow(path) ?? {}
  const names = Object.keys(row).sort().join()
  return Object.values(formats)
    .flatMap(some => Object.entries(some))
    .find(([, { schema }]) => {
      const columns = Object.entries<Schema>(schema.properties)
      const same = Object.keys(schema.properties).sort().join() === names
      return same && columns.every(([name, column]) => fits(column, row[name]))
    })?.[0]
}
