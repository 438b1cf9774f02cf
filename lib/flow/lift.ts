import type { Sink } from '../records/sink.ts'
import { behind } from './behind.ts'
import { cycled } from './cycled.ts'
import { lanes, type Stream, type Visit } from './lanes.ts'
import type { Account, Ledger } from './ledger.ts'
import type { Visited } from './line.ts'
import { type Aside, puller } from './pull.ts'
import type { AnyStage, Course, Pull, Step } from './recipe.ts'
import { spring } from './spring.ts'
import type { Wrap } from './stage.ts'
import { visitor } from './visit.ts'

export interface Lifting {
  readonly seed: string
  readonly wraps: readonly Wrap[]
  readonly ledger: Ledger
  /** Ends the sources; what is under way goes on to its end. */
  readonly drain: AbortSignal
  /** Ends everything at once. */
  readonly signal: AbortSignal
  /** Where a course leaves what must be closed when the run is over. */
  readonly closers: (() => void)[]
}

const stopped = new DOMException('no more records are wanted', 'AbortError')

/** Turns a course into a stream that nobody has pulled yet; `opened` are the accounts of its source and steps. */
export const lift = (course: Course, lifting: Lifting): { stream: Stream; opened: readonly Account[] } => {
  const { wraps, ledger, signal } = lifting
  const sourced = ledger.open(course.name)
  const opened = [sourced]
  let above: Account | undefined = sourced
  const { stream: source, close } = spring(course.source, { ...lifting, account: sourced })
  lifting.closers.push(close)

  // A stop aborts what is above it, so nobody goes on paying for records that will be dropped.
  const halts = course.steps.map(() => new AbortController())
  const signalAbove = (at: number): AbortSignal =>
    AbortSignal.any([signal, ...halts.slice(at).map(halt => halt.signal)])

  const halting = (at: number, upTo: number, visited: Visited): Visited => {
    if (visited.stop) {
      halts[at]?.abort(stopped)
      // What settled behind the record that said stop is dropped too, so it enters nowhere below.
      const account = opened[upTo - 1]
      ledger.waive([...opened.slice(0, upTo), ...opened.filter(({ above }) => above === account)])
    }
    return visited
  }

  const through = (stream: Stream, bare: AnyStage, at: number, aside?: Aside): Stream => {
    const account = ledger.open(bare.name, above)
    opened.push(account)
    const upTo = opened.length
    above = account
    const stage = wrapped(bare, wraps)
    const ending = signalAbove(at + 1)
    const visit = visitor(stage, { ...lifting, signal: ending, account })
    const leaving = ({ children, stop = false }: Visited): Visited =>
      halting(at, upTo, { children: aside?.met.length ? [...aside.met.splice(0), ...children] : children, stop })
    const visiting: Visit = (envelope, precede) => {
      if (aside) aside.handOn = precede
      const visited = visit(envelope)
      return visited instanceof Promise ? visited.then(leaving) : leaving(visited)
    }
    // One lane where two streams meet: who pulls what must not depend on who is quicker.
    return stream.through(lanes(aside ? 1 : stage.lanes, visiting, ending))
  }

  // One lane, whatever the stage says: rows reach the side sink in the order of the stream.
  const tee = (stream: Stream, bare: AnyStage, sink: Sink<unknown>, at: number): Stream => {
    const account = ledger.open(bare.name, above)
    opened.push(account)
    const upTo = opened.length
    const ending = signalAbove(at + 1)
    const visit = visitor(wrapped(bare, wraps), { ...lifting, signal: ending, account })
    const writing: Visit = async envelope => {
      const { children, stop = false } = await visit(envelope)
      for (const { record, refused } of children) if (!refused) await sink.write(record)
      // What is below a tee takes its records from the stage above it.
      if (stop) ledger.waive(opened.filter(other => other.above === account.above))
      return halting(at, upTo, { children: [envelope, ...children.filter(({ refused }) => refused)], stop })
    }
    return stream.through(lanes(1, writing, ending))
  }

  const stream = course.steps.reduce((stream: Stream, step: Step, at): Stream => {
    if (step.kind === 'through') return through(stream, step.stage, at)
    if (step.kind === 'tee') return tee(stream, step.stage, step.sink, at)
    if (step.kind === 'join') {
      const cut = signalAbove(at)
      const other = lift(step.other, { ...lifting, signal: cut })
      const { pull, aside, dry, unmet } = puller(other.stream, cut)
      lifting.closers.push(() => {
        if (!dry()) ledger.waive(other.opened)
      })
      const joined = through(stream, step.build(pull as Pull<unknown>), at, aside)
      // Nobody comes to pull the other course when there is nothing in this one, and what was refused of it is told all the same.
      return behind(joined, async () => (sourced.entered === 0 ? unmet() : undefined))
    }
    above = undefined
    return cycled(stream)
  }, source)
  return { stream, opened }
}

const wrapped = (stage: AnyStage, wraps: readonly Wrap[]): AnyStage =>
  wraps.reduceRight<AnyStage>((inner, wrap) => wrap(inner), stage)
