import { Duplex } from 'node:stream'
import type { Sink } from '../records/sink.ts'
import { from, type Recipe, type Source } from './recipe.ts'
import { type RunOptions, run } from './run.ts'
import type { Stage } from './stage.ts'

/**
 * A recipe as a Node stream, for `stream.pipeline`: `build` gets what is written as a source, and a sink whose rows are read.
 * Object mode on both sides. Pressure from below reaches the writer; an error of the run destroys the stream; destroying it ends the run.
 */
export const asDuplex = <In, Out>(
  build: (source: Source<In>, sink: Sink<Out>) => Recipe,
  options: RunOptions = {},
): Duplex => {
  const { source, write, end } = handover<In>()
  const ending = new AbortController()
  let room: (() => void) | undefined
  const relieve = (): void => {
    room?.()
    room = undefined
  }
  const duplex = new Duplex({
    objectMode: true,
    highWaterMark: 1,
    write: (row: In, _encoding, taken) => write(row, taken),
    final(done) {
      end()
      done()
    },
    read: relieve,
    destroy(error, done) {
      ending.abort(error ?? new DOMException('the stream was closed', 'AbortError'))
      relieve()
      done(error)
    },
  })
  const sink: Sink<Out> = {
    write(row) {
      if (duplex.push(row)) return
      return new Promise(resolve => {
        room = resolve
      })
    },
    close(complete) {
      if (complete) duplex.push(null)
    },
  }
  const signal = options.signal ? AbortSignal.any([options.signal, ending.signal]) : ending.signal
  run(build(source, sink), { ...options, signal }).catch(error => duplex.destroy(error))
  return duplex
}

// Hands one record at a time from the writer to the run; the writer is told to go on when its record has been taken.
const handover = <In>(): {
  source: AsyncIterable<In>
  write: (row: In, taken: () => void) => void
  end: () => void
} => {
  let held: { readonly row: In; readonly taken: () => void } | undefined
  let ended = false
  let asked: (() => void) | undefined
  const stir = (): void => {
    asked?.()
    asked = undefined
  }
  const next = async (): Promise<IteratorResult<In>> => {
    while (!held && !ended) {
      await new Promise<void>(resolve => {
        asked = resolve
      })
    }
    if (!held) return { done: true, value: undefined }
    const { row, taken } = held
    held = undefined
    taken()
    return { done: false, value: row }
  }
  return {
    source: { [Symbol.asyncIterator]: () => ({ next }) },
    write(row, taken) {
      held = { row, taken }
      stir()
    },
    end() {
      ended = true
      stir()
    },
  }
}

/** One stage as a Node stream: records in, what it yields out; refusals go to `options.rejects`. */
export const stageDuplex = <In, Out, Why extends string>(
  stage: Stage<In, Out, Why>,
  options: RunOptions = {},
): Duplex => asDuplex<In, Out>((source, sink) => from(source).through(stage).into(sink), options)
