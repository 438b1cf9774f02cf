import { mkdir, writeFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import type { Writable } from 'node:stream'
import { AutoifError } from '../../errors.ts'
import type { House } from '../../recipes/house.ts'
import { type Way, wayOf } from '../../recipes/index.ts'
import type { Envelope } from '../../records/envelope.ts'
import type { Sink } from '../../records/sink.ts'
import { counted } from '../../sinks/counted.ts'
import { datasetInfo } from '../../sinks/dataset-info.ts'
import { encoder } from '../../sinks/lines.ts'
import { rejectsSink, type Words } from '../../sinks/rejects.ts'
import { several } from '../../sinks/several.ts'
import type { Kind, Parts, Rows } from '../../sinks/shapes/parts.ts'
import type { Settings } from '../settings.ts'
import { alsoOf } from './also.ts'
import { nowhere, openRows, openSink } from './open-rows.ts'
import { parts } from './row-parts.ts'
import { type Counted, type Written, writtenOf } from './written.ts'

/** Where each output goes once the run directory has been made; '' is nowhere. */
export type Outputs = Pick<Settings, 'sft' | 'dpo' | 'rejects' | 'summary'> & Partial<Pick<Settings, 'inverseSft'>>

/**
 * `--run DIR` names every output that was not named; without it the rows of the recipe's `main` stream go to stdout and the
 * rest nowhere. SFT rows beside a main stream of pairs are made for nobody who does not ask for them.
 * Throws AUTOIF_USAGE when two outputs would be written into each other.
 */
export const outputsOf = (
  settings: Settings,
  main: Way['main'] = 'sft',
  makes: Way['makes'] = wayOf('autoif').makes,
): Outputs => {
  const { run, sft, dpo, inverseSft, rejects, summary } = settings
  const named = (given: string, file: string, otherwise: string): string => given || (run ? join(run, file) : otherwise)
  const outputs: Outputs = {
    sft: main === 'sft' ? named(sft, 'sft.jsonl', '-') : sft,
    dpo: makes.includes('dpo') ? named(dpo, 'dpo.jsonl', main === 'dpo' ? '-' : '') : '',
    ...(makes.includes('inverse-sft') ? { inverseSft: named(inverseSft, 'inverse-sft.jsonl', '') } : {}),
    rejects: named(rejects, 'rejects.jsonl', ''),
    summary: named(summary, 'summary.json', ''),
  }
  const places = new Map<string, string>()
  const { inverseSft: inverse = '', ...standing } = outputs
  const others = alsoOf(settings).map(({ name, path }) => [`also ${name}`, path] as const)
  for (const [output, path] of [...Object.entries(standing), ['inverse-sft', inverse] as const, ...others]) {
    // A device takes what anybody gives it.
    if (path === '' || path.startsWith('/dev/')) continue
    const place = path === '-' ? 'stdout' : resolve(path)
    const other = places.get(place)
    if (other) {
      throw new AutoifError('AUTOIF_USAGE', `${other} and ${output} would both be written to ${place}`, {
        hint: `Name a file of its own with --${output}.`,
      })
    }
    places.set(place, output)
  }
  return outputs
}

export interface OpenSinks
  extends Pick<House, 'sft' | 'sftAside' | 'dpo' | 'kto' | 'rlvr' | 'instructionDpo' | 'inverseSft'> {
  readonly rejects: Sink<Envelope>
  /** The outputs of rows, with how many rows each has taken so far. */
  readonly written: readonly Counted[]
}

const prepareFolder = async (run: string, written: readonly Written[]): Promise<void> => {
  const datasets = written.flatMap(({ path, ...dataset }) =>
    path === '-' ? [] : [{ ...dataset, file: relative(run, path) }],
  )
  try {
    await mkdir(run, { recursive: true })
    await writeFile(join(run, 'dataset_info.json'), `${JSON.stringify(datasetInfo(datasets), null, 2)}\n`)
  } catch (cause) {
    throw new AutoifError('AUTOIF_SINK', `cannot write into ${run}: ${(cause as Error).message}`, {
      cause,
      hint: 'Name a directory that may be written with --run.',
    })
  }
}

/**
 * Makes the run directory, dataset_info.json in it, and opens the sinks; `words` says a reason in words. Where no pairs are made there is no
 * sink for them, so that nobody looks for any. Throws AUTOIF_SINK.
 */
export const openSinks = async (
  settings: Settings,
  outputs: Outputs,
  stdout: Writable,
  words: Words,
  main: Way['main'] = 'sft',
  makes: Way['makes'] = wayOf('autoif').makes,
): Promise<OpenSinks> => {
  const { run, lineage } = settings
  const written = writtenOf(settings, outputs)
  if (run) await prepareFolder(run, written)
  const counts: Counted[] = []
  const opened = async <One extends Kind>(kind: One, level: Written['level'] = 'query'): Promise<Sink<Rows[One]>[]> => {
    const encode = encoder(parts[kind] as Parts<Rows[One]>)
    const sinks: Sink<Rows[One]>[] = []
    for (const output of written)
      if (output.kind === kind && output.level === level)
        sinks.push(note(output, await openRows<One>({ ...output, kind }, { stdout, lineage, encode })))
    return sinks
  }
  const note = <Row>(output: Written, sink: Sink<Row>): Sink<Row> => {
    const counting = counted(sink)
    counts.push({
      ...output,
      get rows() {
        return counting.rows
      },
    })
    return counting
  }
  const some = <Row>(sinks: readonly Sink<Row>[]): Sink<Row> | undefined =>
    sinks.length > 0 ? several(sinks) : undefined
  const sft = some(await opened('sft')) ?? nowhere
  return {
    ...(main === 'sft' ? { sft } : { sft: nowhere, sftAside: sft === nowhere ? undefined : sft }),
    dpo: makes.includes('dpo') ? several(await opened('dpo')) : undefined,
    kto: some(await opened('kto')),
    rlvr: some(await opened('rlvr')),
    instructionDpo: some(await opened('dpo', 'instruction')),
    inverseSft: some(await opened('sft', 'inverse')),
    rejects: await openSink(outputs.rejects, stdout, (writable, name) => rejectsSink(writable, { name, words })),
    written: counts,
  }
}
