import { AutoifError } from '../../errors.ts'
import type { Planner } from '../../models/batch/planner.ts'
import type { Budget } from '../../models/budget/budget.ts'
import type { Journal } from '../../models/journal/journal.ts'
import type { Model } from '../../models/model.ts'
import type { Request } from '../../models/reply.ts'
import type { Settings } from '../settings.ts'
import { rates, rehearsalRates } from './rates.ts'
import { readKey } from './read-key.ts'

/** A model and what it did. */
export type Opened = Model & { readonly usage?: object; close?(): Promise<void> }

/** What stands around every request of a run's models. */
export interface Around {
  readonly budget: Budget
  /** Where answers are kept and looked for first. */
  readonly journal?: Journal | undefined
  /** Answers from the journal alone. */
  readonly offline: boolean
  /** Notes what would be asked, in place of asking. */
  readonly planner?: Planner | undefined
}

/** Who is asked when no address is given. */
export const openai = 'https://api.openai.com/v1'

/** What is thrown when a model is asked, or will be, and none was named. */
export const noModel = (): AutoifError =>
  new AutoifError('AUTOIF_USAGE', 'no model is named', {
    hint: 'Say who answers: --model NAME with --base-url URL, or --model rehearsal to try the pipeline without a server.',
  })

// A stage that runs alone may never ask: judgements can come in with the records.
const nobody: Model = { name: 'unknown', lanes: 1, ask: () => Promise.reject(noModel()) }

/**
 * Opens the model of this name: the built-in rehearsal, or one behind a server. What it is asked is looked for in the journal first, and
 * what it then costs is kept within the budget. Throws AUTOIF_USAGE for settings that cannot be, or a cost that is limited without a price.
 */
export const openModel = async (
  called: string,
  settings: Settings,
  env: NodeJS.ProcessEnv,
  { budget, journal, offline, planner }: Around,
): Promise<Opened> => {
  if (called === '') return nobody
  const builtIn = called === 'rehearsal' && settings.baseUrl === ''
  const paid = budget.around(called)
  const { journalled } = journal ? await import('../../models/journalled.ts') : {}
  const around = (request: Request): Request => {
    if (!journal || !journalled) return paid(request)
    // How often the built-in teacher errs is no part of what it is asked.
    const model = builtIn ? `rehearsal ${settings.rehearsal}`.trim() : called
    const asked = planner ? planner.request(model, called) : paid(request)
    const remembering = journalled(asked, { journal, model, offline })
    budget.reuse(called, () => remembering.reuse.tokens)
    return planner ? planner.listening(remembering) : remembering
  }
  if (builtIn) {
    const { rehearsal } = await import('../../models/rehearsal/rehearsal.ts')
    return rehearsal({ lanes: settings.concurrency, ...rates(settings.rehearsal, rehearsalRates), around })
  }
  const { openChat } = await import('../../models/chat.ts')
  return openChat({
    baseUrl: (settings.baseUrl || openai).trim().split(/\s+/),
    model: called,
    apiKey: readKey(settings.apiKeyFile, env),
    concurrency: settings.concurrency,
    timeoutMs: settings.timeout * 1000,
    deadlineMs: settings.deadline * 1000,
    samplesPerRequest: settings.samplesPerRequest,
    requestsPerMinute: settings.requestsPerMinute,
    tokensPerMinute: settings.tokensPerMinute,
    hedge: settings.hedge,
    keepTruncated: settings.keepTruncated,
    patience: { tries: settings.tries, outageMs: settings.patience * 1000 },
    around,
  })
}
