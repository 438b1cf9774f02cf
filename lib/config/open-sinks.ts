import { mkdir, writeFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import type { Writable } from 'node:stream'
import { AutoifError } from '../errors.ts'
import type { Envelope } from '../records/envelope.ts'
import type { DpoRow, SftRow } from '../records/records.ts'
import type { Sink } from '../records/sink.ts'
import { datasetInfo } from '../sinks/dataset-info.ts'
import { fileSink } from '../sinks/file.ts'
import { ndjsonSink } from '../sinks/ndjson.ts'
import { rejectsSink, type Words } from '../sinks/rejects.ts'
import { type DpoShape, dpoShapes, type SftShape, sftShapes } from '../sinks/shapes/index.ts'
import { withLineage } from '../sinks/shapes/lineage.ts'
import type { Settings } from './settings.ts'

/** Where each output goes once the run directory has been made; '' is nowhere. */
export type Outputs = Pick<Settings, 'sft' | 'dpo' | 'rejects' | 'summary'>

/**
 * `--run DIR` names every output that was not named; without it SFT rows go to stdout and the rest nowhere.
 * Throws AUTOIF_USAGE when two of them would be written into each other.
 */
export const outputsOf = ({ run, sft, dpo, rejects, summary }: Settings): Outputs => {
  const named = (given: string, file: string, otherwise: string): string => given || (run ? join(run, file) : otherwise)
  const outputs = {
    sft: named(sft, 'sft.jsonl', '-'),
    dpo: named(dpo, 'dpo.jsonl', ''),
    rejects: named(rejects, 'rejects.jsonl', ''),
    summary: named(summary, 'summary.json', ''),
  }
  const places = new Map<string, string>()
  for (const [output, path] of Object.entries(outputs)) {
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

/** Takes everything and keeps nothing. */
export const nowhere: Sink<never> = { write() {}, close() {} }

/** A sink for `-` (stdout), a path, or nothing. Throws AUTOIF_SINK when the path cannot be written. */
export const openSink = async <Row>(
  path: string,
  stdout: Writable,
  make: (writable: Writable, name: string) => Sink<Row>,
): Promise<Sink<Row>> => {
  if (path === '') return nowhere
  if (path === '-') return make(stdout, 'stdout')
  return fileSink(path, writable => make(writable, path))
}

export interface OpenSinks {
  readonly sft: Sink<SftRow>
  readonly dpo: Sink<DpoRow>
  readonly rejects: Sink<Envelope>
}

/** Makes the run directory, dataset_info.json in it, and opens the sinks; `words` says a reason in words. Throws AUTOIF_SINK. */
export const openSinks = async (
  settings: Settings,
  outputs: Outputs,
  stdout: Writable,
  words: Words,
): Promise<OpenSinks> => {
  const { run, lineage } = settings
  const sftFormat = settings.sftFormat as SftShape
  const dpoFormat = settings.dpoFormat as DpoShape
  if (run) {
    const datasets = [
      { name: 'autoif_sft', path: outputs.sft, shape: sftFormat },
      { name: 'autoif_dpo', path: outputs.dpo, shape: dpoFormat },
    ].flatMap(({ path, ...dataset }) => (path === '-' ? [] : [{ ...dataset, file: relative(run, path) }]))
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
  const sftShape = lineage ? withLineage(sftShapes[sftFormat]) : sftShapes[sftFormat]
  const dpoShape = lineage ? withLineage(dpoShapes[dpoFormat]) : dpoShapes[dpoFormat]
  return {
    sft: await openSink(outputs.sft, stdout, (writable, name) =>
      ndjsonSink<SftRow>(writable, { name, shape: sftShape }),
    ),
    dpo: await openSink(outputs.dpo, stdout, (writable, name) =>
      ndjsonSink<DpoRow>(writable, { name, shape: dpoShape }),
    ),
    rejects: await openSink(outputs.rejects, stdout, (writable, name) => rejectsSink(writable, { name, words })),
  }
}
