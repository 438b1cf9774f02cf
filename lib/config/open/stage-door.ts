import { AutoifError } from '../../errors.ts'
import { readsOf } from '../../recipes/stages.ts'
import { type Door, problem } from '../../records/door.ts'
import { type Dialect, writer } from '../../records/interchange/dialects.ts'
import { doors } from '../../records/interchange/doors.ts'
import { shaped } from '../../sinks/lines.ts'
import { formatOf } from '../../sinks/shapes/index.ts'
import { withLineage } from '../../sinks/shapes/lineage.ts'
import type { Kind, Parts } from '../../sinks/shapes/parts.ts'
import type { Settings } from '../settings.ts'
import { parts } from './row-parts.ts'

// A stage of somebody's own takes any object and says itself what it misses.
const anything: Door<object> = {
  kind: 'object',
  read: value =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? value : problem('is not an object'),
  write: record => record,
}

const ofKind = (kind: string): Door<object> => {
  const found = Object.values<Door<object>>(doors).find(door => door.kind === kind)
  if (found) return found
  const kinds = [...new Set(Object.values(doors).map(door => door.kind))]
  throw new AutoifError('AUTOIF_USAGE', `nothing is read as ${JSON.stringify(kind)}`, {
    hint: `Kinds: ${kinds.join(', ')}.`,
  })
}

/** What a stage that runs alone reads. Throws AUTOIF_USAGE when a registered stage names a kind that there is not. */
export const stageDoor = (name: string): Door<object> => {
  if (Object.hasOwn(doors, name)) return doors[name as keyof typeof doors]
  const kind = readsOf(name)
  return kind === undefined ? anything : ofKind(kind)
}

// The stages that make rows, and the setting that says in which form.
const rowStages: Readonly<Record<string, readonly [kind: Kind, form: keyof Settings]>> = {
  'to-sft': ['sft', 'sftFormat'],
  'to-chosen-sft': ['sft', 'sftFormat'],
  'to-inverse-sft': ['sft', 'sftFormat'],
  'to-dpo': ['dpo', 'dpoFormat'],
  'to-instruction-dpo': ['dpo', 'dpoFormat'],
  'to-kto': ['kto', 'ktoFormat'],
  'to-rlvr': ['rlvr', 'rlvrFormat'],
}

/** What a stage that runs alone writes: rows in the trainer's format, or records in the names, that were asked for. */
export const stageShape = (name: string, settings: Settings): ((record: never) => unknown) => {
  const [kind, form] = (Object.hasOwn(rowStages, name) && rowStages[name]) || []
  if (kind && form) {
    const { arrange } = formatOf(kind, `${settings[form]}`)
    return shaped<never>(settings.lineage ? withLineage(arrange) : arrange, parts[kind] as Parts<never>)
  }
  return Object.hasOwn(doors, name) ? writer(settings.names as Dialect, name) : record => record
}
