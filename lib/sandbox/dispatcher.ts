import { AutoifError } from '../errors.ts'
import type { DispatcherOptions } from './dispatcher-options.ts'
import { fairQueue } from './fair-queue.ts'
import { type Child, type Reply, startChild } from './supervisor.ts'
import type { Job, Task } from './task.ts'

// Alone a task has more time to answer, because being late then has consequences for good.
const aloneGrace = 2
// Python has more, for sixteen verifiers that each leave their interpreter to be replaced, which takes 0.23 s of computing.
const pythonGraceMs = 5000

const closed = (): AutoifError =>
  new AutoifError('AUTOIF_SANDBOX', 'the sandbox is closed', { hint: 'Open another one with openSandbox().' })

/**
 * Holds the queue and one child. No more tasks are in the child than it has threads, so that when it dies, or has to be
 * killed because a task is overdue, everyone who may be to blame is known. A new child is started when there is work.
 */
export class Dispatcher {
  readonly #options: DispatcherOptions
  readonly #queue = fairQueue<object, Job>()
  readonly #suspects = fairQueue<object, Job>()
  readonly #flying = new Set<Job>()
  #child: Child | undefined
  #ready = false
  #stillbirths = 0
  #unprepared = 0
  #closed = false
  /** How often a child that had been ready was lost. */
  restarts = 0
  /** Whether the system would take the child before any other process; undefined until one has been ready. */
  expendable: boolean | undefined
  /** Whether Python has stood ready in some child, and what the user should be told about that. */
  python: { readonly note: string | undefined } | undefined

  constructor(options: DispatcherOptions) {
    this.#options = options
  }

  /** Rejects with AUTOIF_SANDBOX when no child can be had, or with the reason given to `drop`. */
  run(owner: object, task: Task): Promise<Reply> {
    return new Promise((settle, fail) => {
      if (this.#closed) return fail(closed())
      this.#line(task).add(owner, { ...task, owner, settle, fail })
      this.#pump()
    })
  }

  /** Whatever this owner waits for is rejected with the reason; what is in the child runs to its end, unheard. */
  drop(owner: object, reason: unknown): void {
    for (const line of [this.#queue, this.#suspects]) for (const job of line.drop(owner)) job.fail(reason)
    for (const job of this.#flying) if (job.owner === owner) job.fail(reason)
    this.#pump()
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#failAll(closed())
    this.#child?.hold(true)
    this.#child?.kill('the sandbox was closed')
    await this.#child?.gone
  }

  #failAll(reason: AutoifError): void {
    for (const line of [this.#queue, this.#suspects])
      for (let job = line.take(); job; job = line.take()) job.fail(reason)
    for (const job of this.#flying) job.fail(reason)
  }

  #line({ alone }: Task) {
    return alone ? this.#suspects : this.#queue
  }

  #pump(): void {
    if (this.#closed) return
    const waiting = (): boolean => !this.#queue.empty || !this.#suspects.empty
    if (waiting()) this.#child ??= this.#start()
    for (let job = this.#next(); job && this.#child; job = this.#next()) void this.#fly(job, this.#child)
    // Only work keeps this process from exiting.
    this.#child?.hold(this.#flying.size > 0 || waiting())
  }

  #next(): Job | undefined {
    if (!this.#ready || this.#child?.doomed || this.#flying.size >= this.#options.threads) return undefined
    // A suspect waits until all have landed and then flies alone.
    if (!this.#suspects.empty) return this.#flying.size === 0 ? this.#suspects.take() : undefined
    for (const job of this.#flying) if (job.alone) return undefined
    return this.#queue.take()
  }

  async #fly(job: Job, child: Child): Promise<void> {
    const { barred, graceMs } = this.#options
    const culprit = job.work.functions.find(source => barred.has(source))
    if (culprit !== undefined) return job.settle({ died: barred.get(culprit) ?? '' })
    this.#flying.add(job)
    try {
      if (job.work.python) await this.#prepare(child)
      const patienceMs = (graceMs + (job.work.python ? pythonGraceMs : 0)) * (job.alone ? aloneGrace : 1)
      job.settle(await child.run(job.work, job.work.wallMs + patienceMs))
    } catch (error) {
      // A child lost before it had Python is not held against a function that never ran.
      if (child.doomed && this.#unprepared < 3) this.#line(job).add(job.owner, job)
      else job.fail(error)
    }
    this.#flying.delete(job)
    this.#pump()
  }

  async #prepare(child: Child): Promise<void> {
    try {
      const note = await child.prepare()
      this.python ??= { note }
      this.#unprepared = 0
    } catch (error) {
      this.#unprepared += 1
      throw error
    }
  }

  #start(): Child {
    const { threads, residentMb, python } = this.#options
    const child = startChild({ threads, residentMb, ...(python ? { python } : {}) })
    const birth = child.born.then(
      expendable => {
        this.#ready = true
        this.#stillbirths = 0
        this.expendable = expendable
        this.#pump()
        return true
      },
      (error: AutoifError) => {
        // Once may be an accident from outside; twice in a row is this machine.
        this.#stillbirths += 1
        if (this.#stillbirths > 1) this.#failAll(error)
        return false
      },
    )
    void child.gone.then(async () => {
      this.#child = undefined
      this.#ready = false
      if (await birth) this.restarts += 1
      this.#pump()
    })
    return child
  }
}
