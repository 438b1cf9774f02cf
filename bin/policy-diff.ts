import { rm } from 'node:fs/promises'
import { policyOptions } from '../lib/config/commands/policy-options.ts'
import { takesStdin } from '../lib/config/open/inputs.ts'
import { openSink } from '../lib/config/open/open-rows.ts'
import { openSource, together } from '../lib/config/open/open-source.ts'
import { AutoifError } from '../lib/errors.ts'
import { Ledger } from '../lib/flow/ledger.ts'
import { from } from '../lib/flow/recipe.ts'
import { run } from '../lib/flow/run.ts'
import type { Stage } from '../lib/flow/stage.ts'
import { type Compared, compared, type Preference } from '../lib/models/compared.ts'
import { type OpenedScorer, type OpenScorerOptions, openScorer } from '../lib/models/open-scorer.ts'
import { lineOf } from '../lib/records/interchange/lines.ts'
import { preference } from '../lib/records/interchange/preference.ts'
import type { Sink } from '../lib/records/sink.ts'
import { policyPage } from '../lib/report/policy-page.ts'
import { table } from '../lib/report/table.ts'
import { isClosedPipe } from '../lib/sinks/closed-pipe.ts'
import { textSink } from '../lib/sinks/text.ts'
import { forgiven } from '../lib/wraps/forgiven.ts'
import { gated } from '../lib/wraps/gated.ts'
import type { Command } from './command.ts'
import { onSignals } from './signals.ts'

const reading = { inputFormat: 'auto', queryField: '', strict: false } as const

const opened = async (role: string, options: OpenScorerOptions): Promise<OpenedScorer> => {
  try {
    return await openScorer(options)
  } catch (error) {
    if (!AutoifError.is(error)) throw error
    throw new AutoifError(error.code, `${role}: ${error.message}`, {
      cause: error,
      ...(error.hint ? { hint: error.hint.replaceAll(/--model|--base-url/g, `--${role}`) } : {}),
    })
  }
}

const comparing = (policy: OpenedScorer, reference: OpenedScorer): Stage<Preference, Compared> => ({
  name: 'compare',
  cost: 'model',
  lanes: Math.min(policy.lanes, reference.lanes),
  rejects: {},
  run: (pair, { signal }) => compared({ policy, reference }, pair, signal),
})

const called = ({ name, url }: OpenedScorer): string => `${name} at ${url}`

const whyNot = ({ accounts }: Ledger): string =>
  accounts
    .flatMap(({ reasons }) => Object.entries(reasons))
    .map(([why, count]) => `${why} ${count}`)
    .join(', ')

// What the figures leave out, in words: pairs that could not be read or measured, with their reasons, and those that never came.
const leftOut = (ledger: Ledger, stopped: boolean): string => {
  const lost = ledger.refused > 0 ? `Could not be compared: ${ledger.refused} (${whyNot(ledger)}).` : ''
  return [lost, stopped ? 'It was stopped before all pairs were read.' : ''].filter(Boolean).join(' ')
}

const nothingCompared = (ledger: Ledger): AutoifError =>
  new AutoifError(
    'AUTOIF_SOURCE',
    `no pair could be compared, and no page is written: ${whyNot(ledger) || 'nothing came in'}`,
    { hint: `Expected are lines like ${lineOf('pair')}` },
  )

const delivered = async (out: Sink<string>, html: string | undefined): Promise<void> => {
  try {
    if (html !== undefined) await out.write(html)
    await out.close(html !== undefined)
  } catch (error) {
    if (!isClosedPipe(error)) throw error
  }
}

/** Compares a policy with its reference on pairs and writes one HTML page. */
export const command: Command = async (typed, process) => {
  const options = policyOptions(typed, process.env)
  if (takesStdin(options.files) && process.stdin.isTTY)
    throw new AutoifError('AUTOIF_USAGE', 'policy-diff takes pairs from stdin or from files, and there are none', {
      hint: 'autoif-stream policy-diff --policy URL=MODEL --reference URL=MODEL dpo.jsonl > page.html',
    })
  const say = (words: string): void => void (options.quiet || process.stderr.write(words))
  const signals = onSignals(process)
  const { drain, signal } = signals
  const scorers: OpenedScorer[] = []
  try {
    // Before anything is read: an endpoint that tells no log-probabilities is found out at once.
    for (const role of ['policy', 'reference'] as const) {
      const scorer = await opened(role, options[role])
      scorers.push(scorer)
      const by = scorer.way === 'chat' ? 'prompt_logprobs of chat/completions' : 'completions with echo'
      say(`${role}: ${called(scorer)}, by ${by}\n`)
    }
    const [policy, reference] = scorers as [OpenedScorer, OpenedScorer]
    const page = policyPage({ policy: called(policy), reference: called(reference), rows: options.rows })
    const out = await openSink(options.out, process.stdout, textSink)
    const ledger = new Ledger()
    const faults: AutoifError[] = []
    // No page at all rather than an empty one: what stands under the name may be a good one.
    let html: string | undefined
    try {
      const pairs = openSource(
        options.files,
        preference,
        reading,
        process.stdin,
        true,
        fault => void faults.push(fault),
      )
      const recipe = from(pairs as never as AsyncIterable<Preference>)
        .through(comparing(policy, reference))
        .into({ write: pair => page.add(pair), close() {} })
      await run(recipe, { wraps: [gated('compare', drain), forgiven()], ledger, drain, signal })
      if (page.figures.pairs > 0) html = page.html(leftOut(ledger, drain.aborted))
    } finally {
      await delivered(out, html)
      if (html === undefined && options.out !== '-') await rm(`${options.out}.part`, { force: true })
    }
    // Before a plain error a table of zeros says nothing.
    if (ledger.rows + ledger.refused > 0) say(`${table(ledger)}\n`)
    if (html !== undefined || drain.aborted) say(`${page.inWords}\n`)
    const fault = together(faults)
    if (fault) throw fault
    if (html === undefined && !drain.aborted) throw nothingCompared(ledger)
    return signals.code
  } finally {
    signals.release()
    process.stdin.destroy()
    await Promise.all(scorers.map(scorer => scorer.close()))
  }
}
