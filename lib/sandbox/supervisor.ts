import { AutoifError } from '../errors.ts'
import { forkChild } from './fork-child.ts'
import type { Answer, ChildLimits, FromChild, Work } from './messages.ts'

// Starting takes 0.2 s; a machine that needs a hundred times that is not going to get there.
const birthMs = 30_000
// Building a snapshot takes 3 to 10 s, finding one 0.5.
const preparationMs = 60_000

/** What came back, or what the child died of while it had the work. */
export type Reply = Answer | { readonly died: string }

/** One child process, from fork to grave. */
export interface Child {
  /** Settles once the child can work: whether the system would take it before any other process. Rejects with AUTOIF_SANDBOX. */
  readonly born: Promise<boolean>
  /** Settles when the process is gone, before the runs it leaves behind do. */
  readonly gone: Promise<void>
  /** Whether it is dead or about to be; whatever it is given now is lost. */
  readonly doomed: boolean
  /**
   * Gets Python ready, once; settles to what the user should be told. Rejects with AUTOIF_SANDBOX when Python cannot be had,
   * or when the child is lost meanwhile, which makes it doomed.
   */
  prepare(): Promise<string | undefined>
  /** Kills the child when no answer came for `dueMs`. Never rejects. */
  run(work: Work, dueMs: number): Promise<Reply>
  /** SIGKILL, because nothing gentler ends a thread that is inside a builtin. The reason is what runs are told. */
  kill(reason: string): void
  /** Whether the child keeps this process from exiting. */
  hold(held: boolean): void
}

const broken = (why: string): AutoifError =>
  new AutoifError('AUTOIF_SANDBOX', `isolated-vm, which holds the verifiers, cannot be loaded: ${why.split('\n')[0]}`, {
    hint: 'Install again with Node 24 or newer (Linux, Windows x64 and macOS arm64 get it ready-made), elsewhere run "npm rebuild isolated-vm" with a C++ compiler.',
  })

const stillborn = (reason: string): AutoifError =>
  new AutoifError('AUTOIF_SANDBOX', `the sandbox process ended before it was ready: ${reason}`, {
    hint: 'See that this machine has memory and processes to spare, then run "autoif-stream doctor".',
  })

const unprepared = (
  why: string,
  hint = 'Run "autoif-stream doctor", or ask for JavaScript verifiers only.',
): AutoifError => new AutoifError('AUTOIF_SANDBOX', why, { hint })

/** Forks a child and watches over it. */
export const startChild = (limits: ChildLimits): Child => {
  const process = forkChild(limits)
  const born = Promise.withResolvers<boolean>()
  const gone = Promise.withResolvers<void>()
  const running = new Map<number, (reply: Reply) => void>()
  let preparation: PromiseWithResolvers<string | undefined> | undefined
  let preparing: NodeJS.Timeout | undefined
  let sent = 0
  let reason: string | undefined

  const kill = (why: string): void => {
    reason ??= why
    process.kill('SIGKILL')
  }
  const birth = setTimeout(() => kill(`it was not ready after ${birthMs / 1000} s`), birthMs)

  const settle = (id: number, reply: Reply): void => {
    running.get(id)?.(reply)
    running.delete(id)
  }
  const hear = (message: FromChild): void => {
    switch (message.is) {
      case 'ready':
        clearTimeout(birth)
        return born.resolve(message.expendable)
      case 'broken':
        born.reject(broken(message.why))
        return kill(message.why)
      case 'swollen':
        return kill(`it grew to ${message.residentMb} MB`)
      case 'fault':
        return kill(`its thread failed: ${message.why}`)
      case 'prepared':
        clearTimeout(preparing)
        return preparation?.resolve(message.note)
      case 'unprepared':
        clearTimeout(preparing)
        return preparation?.reject(unprepared(message.why, message.hint))
      case 'answer':
        return settle(message.id, message.answer)
    }
  }
  const bury = (how: string): void => {
    clearTimeout(birth)
    clearTimeout(preparing)
    const died = reason ?? how
    reason = died
    born.reject(stillborn(died))
    // First of all nobody shall send this child anything more.
    gone.resolve()
    preparation?.reject(unprepared(`the sandbox process ended before Python was ready: ${died}`))
    for (const id of running.keys()) settle(id, { died })
  }
  process.on('message', hear)
  process.on('error', error => {
    if (process.pid === undefined) bury(error.message)
  })
  process.on('exit', (code, signal) => bury(signal ? `it was ended by ${signal}` : `it exited with code ${code}`))

  return {
    born: born.promise,
    gone: gone.promise,
    get doomed() {
      return reason !== undefined
    },
    prepare: () => {
      if (!preparation) {
        preparation = Promise.withResolvers()
        preparing = setTimeout(() => kill(`Python was not ready after ${preparationMs / 1000} s`), preparationMs)
        process.send({ prepare: true }, () => {})
      }
      return preparation.promise
    },
    run: (work, dueMs) =>
      new Promise(resolve => {
        const id = ++sent
        const overdue = (): void => {
          if (running.has(id)) kill(`it gave no answer for ${dueMs} ms`)
        }
        // When it was this process that slept, the answer lies in the pipe and is read before the immediate comes.
        const deadline = setTimeout(() => setImmediate(overdue), dueMs)
        running.set(id, reply => {
          clearTimeout(deadline)
          resolve(reply)
        })
        // A send that fails has found the process dead, and `exit` tells that.
        process.send({ id, work }, () => {})
      }),
    kill,
    hold: held => {
      const verb = held ? 'ref' : 'unref'
      process[verb]()
      process.channel?.[verb]()
    },
  }
}
