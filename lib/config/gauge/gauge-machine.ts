import { Writable } from 'node:stream'
import { from } from '../../flow/recipe.ts'
import { run } from '../../flow/run.ts'
import type { Machine } from '../../gauge/gauged.ts'
import { type Pace, pace } from '../../gauge/pace.ts'
import { type Streamed, stream } from '../../gauge/stream.ts'
import { stageNamed } from '../../recipes/stages.ts'
import { query } from '../../records/interchange/doors.ts'
import { ndjsonSink } from '../../sinks/ndjson.ts'
import { ndjson } from '../../sources/ndjson.ts'
import type { OpenResources } from '../open/open-resources.ts'
import type { Config } from '../read-config.ts'
import type { Material } from './gauge-material.ts'

export interface GaugingMachine {
  readonly config: Config
  readonly material: Material
  readonly resources: OpenResources
  /** How long each figure is measured. */
  readonly seconds: number
  /** Hears what comes next. */
  readonly say: (words: string) => void
}

/** Responses that a record brings to its verifiers, as `sample` makes them. */
const inRecord = 8

const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() })

// As `stage screen` does it, from bytes to bytes.
const rows = async ({ material, seconds, resources, config: { knobs } }: GaugingMachine): Promise<Streamed> => {
  const screen = await stageNamed('screen')(resources, knobs)
  return stream({
    seconds,
    rows: material.rows,
    pump: chunks => {
      const source = ndjson(chunks, { name: 'made', kind: query.kind, door: value => query.read(value) })
      return run(from(source).through(screen).into(ndjsonSink(nowhere())))
    },
  })
}

// Each language has a sandbox of its own, so that its start is seen.
const verdicts = async (
  { material, seconds, config: { settings, knobs } }: GaugingMachine,
  language: 'javascript' | 'python',
): Promise<Pace> => {
  const { responses } = material
  const functions = material.functions[language]
  const { openSandbox } = await import('../../sandbox/open-sandbox.ts')
  const { threads, verifierTimeout: timeoutMs, verifierMemory: memoryMb } = settings
  let sandbox: Awaited<ReturnType<typeof openSandbox>> | undefined
  try {
    return await pace({
      seconds,
      lanes: () => sandbox?.lanes ?? 1,
      once: async at => {
        sandbox ??= await openSandbox({ threads, timeoutMs, memoryMb })
        // An instruction's functions meet its queries one after another, and stand ready meanwhile.
        const codes = functions[Math.floor(at / knobs.pair.queries) % functions.length] ?? []
        const first = (at * inRecord) % responses.length
        const graded = await sandbox.grade(codes, responses.slice(first, first + inRecord))
        return graded.reduce((sum, { outcomes }) => sum + outcomes.length, 0)
      },
    })
  } finally {
    await sandbox?.close()
  }
}

const pairs = async ({ material, seconds, resources }: GaugingMachine): Promise<Machine['nli']> => {
  const { sentences } = material
  let nli: Awaited<ReturnType<OpenResources['nli']>> | undefined
  const found = await pace({
    seconds,
    lanes: () => nli?.lanes ?? 1,
    once: async at => {
      nli ??= await resources.nli()
      const premise = sentences[at % sentences.length] as string
      await nli.judge(premise, sentences[Math.floor(at / sentences.length) % sentences.length] as string)
      return 1
    },
  })
  return { name: nli?.name ?? '', ...found }
}

/** Measures one thing after another. Throws AUTOIF_SANDBOX and AUTOIF_NLI when one of them cannot be had. */
export const gaugeMachine = async (gauging: GaugingMachine): Promise<Machine> => {
  const { say } = gauging
  say('NDJSON through a free stage')
  const ndjson = await rows(gauging)
  say('verdicts of verifiers in JavaScript')
  const javascript = await verdicts(gauging, 'javascript')
  say('verdicts of verifiers in Python')
  const python = await verdicts(gauging, 'python')
  say('pairs of sentences in the NLI model')
  const nli = await pairs(gauging)
  return { ndjson, verdicts: { threads: gauging.config.settings.threads, javascript, python }, nli }
}
