import { journalOf } from '../lib/config/open/journal-path.ts'
import type { OpenResources } from '../lib/config/open/open-resources.ts'
import { together } from '../lib/config/open/open-source.ts'
import type { Config } from '../lib/config/read-config.ts'
import { version } from '../lib/config/version.ts'
import type { AutoifError } from '../lib/errors.ts'
import { Ledger } from '../lib/flow/ledger.ts'
import type { Recipe } from '../lib/flow/recipe.ts'
import { run } from '../lib/flow/run.ts'
import type { Wrap } from '../lib/flow/stage.ts'
import type { Envelope } from '../lib/records/envelope.ts'
import type { Sink } from '../lib/records/sink.ts'
import { Audit } from '../lib/report/audit.ts'
import { whyDry } from '../lib/report/dry.ts'
import { progress } from '../lib/report/progress.ts'
import { type Left, resuming } from '../lib/report/resuming.ts'
import { type Summary, summary } from '../lib/report/summary.ts'
import { writeSummary } from '../lib/report/summary-file.ts'
import { closing } from '../lib/report/table.ts'
import { isClosedPipe } from '../lib/sinks/closed-pipe.ts'
import { audited } from '../lib/wraps/audited.ts'
import { described, type Reasons } from '../lib/wraps/described.ts'
import { forgiven } from '../lib/wraps/forgiven.ts'
import { gated } from '../lib/wraps/gated.ts'
import { type Meter, metered } from '../lib/wraps/metered.ts'
import { pausing } from '../lib/wraps/pausing.ts'
import { goalOf } from './goal.ts'
import { onSignals } from './signals.ts'

export interface Conducting {
  readonly config: Config
  readonly recipe: Recipe
  /** The stage that nothing enters any more after a signal; what has entered it is finished. */
  readonly gate: string
  readonly rejects: Sink<Envelope>
  /** Filled with the reasons of the stages that take part. */
  readonly reasons: Reasons
  /** What the recipe's sources read, by their names: paths, globs or `-`, one a line. */
  readonly reads: Readonly<Record<string, string>>
  readonly summaryPath: string
  readonly resources: OpenResources
  /** The files of rows and how many each holds, for the summary. */
  readonly outputs?: () => readonly object[]
  /** What is left to do when a run has reached its end, with what the summary says. */
  readonly leave?: (facts: Summary) => Promise<void>
  /** Where rows and rejects go: to stdout, to files, or both. */
  readonly left: Pick<Left, 'stdout' | 'files'>
  /** Of inputs that could not be read to their end, told while the run is under way. */
  readonly faults?: readonly AutoifError[]
}

/** Runs a recipe with everything a user at a terminal expects around it; the exit code comes back. */
export const conduct = async (
  {
    config,
    recipe,
    gate,
    rejects,
    reasons,
    reads,
    summaryPath,
    resources,
    outputs,
    leave,
    left,
    faults = [],
  }: Conducting,
  process: NodeJS.Process,
): Promise<number> => {
  const { settings } = config
  const ledger = new Ledger()
  const meter: Meter = new Map()
  const audits = settings.model === 'rehearsal' ? { functions: new Audit(), responses: new Audit() } : undefined
  const { budget } = resources
  const goal = goalOf(config)
  const truths = audits ? [audited((await import('../lib/models/rehearsal/truth.ts')).truth, audits)] : []
  const signals = onSignals(process)
  const ends: Wrap[] = [pausing(), gated(gate, signals.drain), ...goal.wraps]
  const wraps: Wrap[] = [...ends, described(reasons), metered(meter), ...truths, forgiven()]
  const drain = AbortSignal.any([signals.drain, budget.signal])
  const bell = ringing(settings.maxMinutes, () => budget.pause(`the ${settings.maxMinutes} minutes are over`))
  const started = performance.now()
  const endProgress =
    settings.quiet || !settings.progress
      ? () => {}
      : progress(ledger, process.stderr, { spent: () => budget.spent, target: settings.target })
  let complete = false
  let failed = false
  try {
    await run(recipe, { wraps, rejects, ledger, seed: settings.seed, drain, signal: signals.signal })
    complete = !drain.aborted && faults.length === 0
  } catch (error) {
    if (!isClosedPipe(error) && !signals.signal.aborted) {
      failed = true
      throw error
    }
  } finally {
    clearTimeout(bell)
    signals.release()
    endProgress()
    const facts = summary(ledger, {
      version,
      recipe: config.name,
      preset: settings.preset,
      seed: settings.seed,
      complete,
      seconds: Number(((performance.now() - started) / 1000).toFixed(3)),
      meter,
      ...resources.report(),
      ...(outputs ? { outputs: outputs() } : {}),
      ...(audits ? { audits } : {}),
    })
    // What failed first is what the user has to hear of.
    if (summaryPath)
      await writeSummary(summaryPath, facts, process.stdout).catch(fault => {
        if (!failed) throw fault
      })
    if (complete) await leave?.(facts)
    // Before a plain error a table of zeros says nothing.
    const told = !settings.quiet && !((failed || faults.length > 0) && ledger.rows + ledger.refused === 0)
    if (told)
      process.stderr.write(
        closing(ledger, {
          seconds: (performance.now() - started) / 1000,
          ...(audits ? { audits } : {}),
          missingModules: resources.report().sandbox?.missingModules ?? {},
          spent: budget.spent,
          contamination: resources.report().contamination ?? [],
        }),
      )
  }
  const stopped = signals.code !== 0 ? 'Stopped' : budget.paused !== undefined ? `Stopped: ${budget.paused}` : undefined
  if (stopped !== undefined && !settings.quiet)
    process.stderr.write(
      `${stopped}. ${resuming({ ...left, answers: journalOf(settings) !== '', alone: config.command === 'stage' })}\n`,
    )
  if (goal.reached && !settings.quiet) process.stderr.write(`Stopped: ${goal.reached} are there.\n`)
  if (signals.code !== 0) return signals.code
  if (stopped !== undefined || goal.reached) return 4
  const fault = together(faults)
  if (fault) throw fault
  const dry = complete && !settings.quiet ? whyDry({ ledger, recipe, reasons, reads }) : undefined
  if (dry) process.stderr.write(`${dry}\n`)
  return ledger.failed > settings.maxFailures ? 3 : 0
}

// With 2^31 milliseconds or more a timer would ring at once.
const ringing = (minutes: number, ring: () => void): NodeJS.Timeout | undefined =>
  minutes * 60_000 < 2 ** 31 ? setTimeout(ring, minutes * 60_000) : undefined
