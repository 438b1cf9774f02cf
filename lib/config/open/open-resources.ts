import { batchPrices } from '../../models/batch/batch-prices.ts'
import type { Planner } from '../../models/batch/planner.ts'
import { type Budget, openBudget } from '../../models/budget/budget.ts'
import { embedderOf } from '../../models/embedder.ts'
import type { Journal } from '../../models/journal/journal.ts'
import type { Model } from '../../models/model.ts'
import type { openEntailer } from '../../nli/open-entailer.ts'
import type { Resources } from '../../recipes/resources.ts'
import type { Benchmarks, Contamination } from '../../records/benchmarks.ts'
import { examplePool } from '../../records/example-pool.ts'
import type { openSandbox } from '../../sandbox/open-sandbox.ts'
import type { SandboxTally } from '../../sandbox/tally.ts'
import { seedTasks } from '../../sources/seed-tasks.ts'
import type { Settings } from '../settings.ts'
import { journalOf } from './journal-path.ts'
import { openBenchmarks } from './open-benchmarks.ts'
import { type Opened, openModel } from './open-model.ts'
import { openPairs } from './open-pairs.ts'
import { pricesIn } from './prices-in.ts'
import { tasksFile } from './tasks-file.ts'

export interface OpenResources extends Resources {
  /** What the run's models may cost, and have. */
  readonly budget: Budget
  /** What was opened and what it did, for the summary. */
  report(): {
    readonly models: Readonly<Record<string, unknown>>
    readonly spent: unknown
    readonly sandbox: SandboxTally | null
    readonly nli: string | null
    /** What was met of the benchmarks that were to be kept out. */
    readonly contamination?: readonly Contamination[]
  }
  close(): Promise<void>
}

const openNli = async (asked: string, env: NodeJS.ProcessEnv): ReturnType<typeof openEntailer> => {
  const { lexicalBaseline, openEntailer } = await import('../../nli/open-entailer.ts')
  if (asked === '') return openEntailer({ path: lexicalBaseline })
  const { findModel } = await import('../../nli/find-model.ts')
  return openEntailer({ path: findModel(asked, env) })
}

/**
 * Opens models, sandbox and NLI when they are first asked for, each once; `close` closes what was opened. Each room is entered
 * when it is first needed: a stage that needs none of them starts in half the time. With a planner nothing is asked of a model.
 * Throws AUTOIF_USAGE for settings that cannot be.
 */
export const openResources = (settings: Settings, env: NodeJS.ProcessEnv, planner?: Planner): OpenResources => {
  const journal = journalOf(settings)
  const { maxCost: cost, maxTokens: tokens, maxRequests: requests } = settings
  const prices = pricesIn(settings.prices)
  const budget = openBudget({ cost, tokens, requests }, planner ? batchPrices(prices) : prices)
  const opening = new Map<string, Promise<Opened>>()
  const models = new Map<string, Opened>()
  let kept: Promise<Journal> | undefined
  let sandbox: ReturnType<typeof openSandbox> | undefined
  let tally: SandboxTally | null = null
  let nli: ReturnType<typeof openEntailer> | undefined
  let nliName: string | null = null
  let reading: Promise<Benchmarks | undefined> | undefined
  let barred: Benchmarks | undefined

  const openKept = async (): Promise<Journal> => {
    const { openJournal } = await import('../../models/journal/journal.ts')
    return openJournal(journal, { mode: settings.offline ? 'read' : 'write' })
  }
  const opened = async (called: string, baseUrl: string): Promise<Opened> => {
    if (journal && called) kept ??= openKept()
    return openModel(called, { ...settings, baseUrl }, env, {
      budget,
      journal: await kept,
      offline: settings.offline,
      planner,
    })
  }
  const model = async (called: string, baseUrl = settings.baseUrl): Promise<Model> => {
    const key = baseUrl === settings.baseUrl ? called : `${called} at ${baseUrl}`
    const known = opening.get(key) ?? opened(called, baseUrl)
    opening.set(key, known)
    const found = await known
    models.set(key, found)
    return found
  }

  return {
    budget,
    model: () => model(settings.model),
    judge: () => model(settings.judgeModel || settings.model),
    backward: () => model(settings.backwardModel || settings.model),
    async embedder() {
      const { embeddingModel: called, embeddingBaseUrl, baseUrl } = settings
      return called ? embedderOf(await model(called, embeddingBaseUrl || baseUrl)) : undefined
    },
    pool: async (knobs, heard) =>
      examplePool({ seeds: await seedTasks(tasksFile(settings)), seed: settings.seed, heard, ...knobs }),
    async sandbox() {
      sandbox ??= import('../../sandbox/open-sandbox.ts').then(({ openSandbox }) =>
        openSandbox({
          threads: settings.threads,
          timeoutMs: settings.verifierTimeout,
          memoryMb: settings.verifierMemory,
        }),
      )
      const opened = await sandbox
      tally = opened.tally
      return opened
    },
    async nli() {
      nli ??= openNli(settings.nli, env)
      const opened = await nli
      nliName = opened.name
      return opened
    },
    pairs: () => openPairs(settings),
    async benchmarks() {
      reading ??= openBenchmarks(settings)
      barred = await reading
      return barred
    },
    report: () => ({
      models: Object.fromEntries([...models].map(([called, { usage }]) => [called, { ...usage }])),
      spent: { ...budget.spent, byStage: budget.byStage },
      sandbox: tally,
      nli: nliName,
      ...(barred ? { contamination: barred.report() } : {}),
    }),
    async close() {
      const all = [...models.values(), await sandbox?.catch(() => undefined), await nli?.catch(() => undefined)]
      await Promise.all(all.map(one => one?.close?.()))
      // Last, because answers that were under way are still to be written down.
      await (await kept?.catch(() => undefined))?.close()
    },
  }
}
