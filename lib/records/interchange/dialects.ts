import type { Door, DoorOptions } from '../door.ts'
import type { Row } from '../row-fields.ts'
import { rowDoor, settled } from './fields.ts'
import type { RowDoorOptions } from './not-yet.ts'
import { fromDispatcher } from './read-dispatcher.ts'
import { fromLlama3 } from './read-llama3.ts'
import { write } from './write.ts'
import { dispatcher } from './write-dispatcher.ts'
import { dsaa6000q } from './write-dsaa6000q.ts'
import { llama3 } from './write-llama3.ts'

type Writer = (record: never) => object

/** Whose names rows can bear, and the stages whose rows look different in them; all others write QwenLM/AutoIF's names. */
export const dialects = { autoif: {}, llama3, dispatcher, dsaa6000q } satisfies Readonly<
  Record<string, Readonly<Record<string, Writer>>>
>

export type Dialect = keyof typeof dialects

/** How a stage's records are written in a dialect. */
export const writer = (dialect: Dialect, stage: string): Writer => {
  const forms: Readonly<Record<string, Writer>> = dialects[dialect]
  return (Object.hasOwn(forms, stage) ? forms[stage] : undefined) ?? write
}

/** Like `rowDoor`, for rows in any dialect: `shape` sees QwenLM/AutoIF's names. */
export const dialectDoor = <Shaped extends object>(
  kind: string,
  shape: (row: Row, options: DoorOptions) => Shaped,
  allowed: RowDoorOptions = {},
): Door<Shaped> =>
  rowDoor(kind, (row, options) => shape(settled(fromLlama3(fromDispatcher(row)), allowed), options), allowed)
