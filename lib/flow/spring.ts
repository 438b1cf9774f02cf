import highland from 'highland'
import { Batch, type Envelope } from '../records/envelope.ts'
import { identifier } from '../records/ids.ts'
import type { Stream } from './lanes.ts'
import type { Account, Ledger } from './ledger.ts'
import type { Train } from './line.ts'
import type { Source } from './recipe.ts'

const iteratorOf = (source: Source<unknown>): AsyncIterator<unknown> | Iterator<unknown> =>
  Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]()

/**
 * Where a flow begins: one record of the source, or one batch of a door, for each time it is asked.
 * When `drain` fires the spring dries up, also in the middle of waiting for a record, and the flow runs out in order.
 */
export const spring = (
  source: Source<unknown>,
  { drain, ledger, account }: { readonly drain: AbortSignal; readonly ledger: Ledger; readonly account: Account },
): { stream: Stream; close: () => void } => {
  const iterator = iteratorOf(source)
  const identify = identifier()
  let count = 0
  let dry = false

  const trainOf = (value: unknown): Train => {
    if (value instanceof Batch) return value.envelopes
    const envelope: Envelope = { id: identify(JSON.stringify(value) ?? '', `${++count}`), record: value }
    return [envelope]
  }

  const booked = (train: Train): Train => {
    account.entered += train.length
    for (const envelope of train) ledger.settle(account, [envelope])
    return train
  }

  const stream = highland<Train>((push, next) => {
    let asked = true
    const end = (fault?: Error): void => {
      if (!asked) return
      asked = false
      dry = true
      drain.removeEventListener('abort', onDrain)
      if (fault) push(fault)
      push(null, highland.nil)
    }
    const onDrain = (): void => end()
    if (dry || drain.aborted) return end()
    drain.addEventListener('abort', onDrain)
    new Promise<IteratorResult<unknown>>(resolve => resolve(iterator.next())).then(({ done, value }) => {
      if (done) return end()
      if (!asked) return
      let train: Train
      try {
        train = trainOf(value)
      } catch (fault) {
        return end(fault as Error)
      }
      asked = false
      drain.removeEventListener('abort', onDrain)
      push(null, booked(train))
      next()
    }, end)
  })

  // Not awaited: a generator that waits for its own input would keep the run from ending.
  const close = (): void => void Promise.resolve(iterator.return?.()).catch(() => {})
  return { stream, close }
}
