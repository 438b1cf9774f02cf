import { AutoifError } from '../../errors.ts'
import { type Door, type DoorOptions, problem } from '../door.ts'
import type { Row } from '../row-fields.ts'
import { notYet, type RowDoorOptions } from './not-yet.ts'
import { write } from './write.ts'

// What records are called inside. A row of somebody else's that uses such a name for something else would be taken for ours.
const inside = new Set([
  'replies',
  'functions',
  'verifiers',
  'backTranslations',
  'labels',
  'responses',
  'graded',
  'args',
  'judgements',
  'passRate',
  'composedOf',
  'exchanged',
])

/** Makes an error that a row door turns into a Problem: `words` is a clause about the row. */
export const wrong = (words: string): AutoifError => new AutoifError('AUTOIF_RECORD', words)

/** A row as `notYet` leaves it; throws AUTOIF_RECORD for what nobody does yet. */
export const settled = (row: Row, options: RowDoorOptions): Row => {
  const found = notYet(row, options)
  if (typeof found === 'string') throw wrong(found)
  return found
}

/**
 * Makes a door for objects: `shape` reads the fields and throws AUTOIF_RECORD at the first that is wrong, which
 * becomes the Problem. So does what is not `allowed`; see `notYet`.
 */
export const rowDoor = <Shaped extends object>(
  kind: string,
  shape: (row: Row, options: DoorOptions) => Shaped,
  allowed: RowDoorOptions = {},
): Door<Shaped> => ({
  kind,
  write,
  read(value, options = {}) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return problem('is not an object')
    try {
      return shape(settled(value as Row, allowed), options)
    } catch (error) {
      if (AutoifError.is(error) && error.code === 'AUTOIF_RECORD') return problem(error.message)
      throw error
    }
  },
})

/** The row without the fields that a door has read; what it does not know stays, because records only grow. */
export const without = (row: Row, ...read: readonly string[]): Row =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !inside.has(name) && !read.includes(name)))

/** Throws AUTOIF_RECORD when the field is missing or no string. */
export const text = (row: Row, name: string): string => {
  const value = row[name]
  if (typeof value === 'string') return value
  throw wrong(value === undefined ? `has no ${name}` : `${name} is not a string`)
}

/** Like `text`, but a missing field is `otherwise`. */
export const textOr = (row: Row, name: string, otherwise: string): string =>
  row[name] === undefined || row[name] === null ? otherwise : text(row, name)

/** A list of strings; one string counts as a list of one. Throws AUTOIF_RECORD when it is missing or anything else. */
export const texts = (row: Row, name: string): readonly string[] => {
  const value = row[name]
  if (typeof value === 'string') return [value]
  if (Array.isArray(value) && value.every(one => typeof one === 'string')) return value
  throw wrong(value === undefined ? `has no ${name}` : `${name} is not a list of strings`)
}

/** The elements of a list, none when the field is missing. Throws AUTOIF_RECORD when it is anything else. */
export const list = (row: Row, name: string): readonly unknown[] => {
  const value = row[name] ?? []
  if (Array.isArray(value)) return value
  throw wrong(`${name} is not a list`)
}
