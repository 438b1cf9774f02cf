import { AutoifError } from '../errors.ts'
import { seeded } from '../random.ts'
import type { Envelope } from '../records/envelope.ts'
import type { Account, Ledger } from './ledger.ts'
import type { Visited } from './line.ts'
import type { AnyStage } from './recipe.ts'
import { type Context, isPlaced, isReject, stop } from './stage.ts'

export interface Visiting {
  readonly seed: string
  readonly signal: AbortSignal
  readonly ledger: Ledger
  readonly account: Account
}

// The generator is made when it is first asked for: most visits of a cheap stage never do.
class Visit implements Context {
  readonly id: string
  readonly signal: AbortSignal
  readonly #key: string
  #random: (() => number) | undefined

  constructor(id: string, key: string, signal: AbortSignal) {
    this.id = id
    this.#key = key
    this.signal = signal
  }

  get random(): () => number {
    this.#random ??= seeded(`${this.#key}/${this.id}`)
    return this.#random
  }
}

const childOf = (stage: string, parent: Envelope, id: string, yielded: unknown): Envelope => {
  if (yielded === parent.record) return parent
  const place = parent.place ? { place: parent.place } : {}
  if (isReject(yielded)) {
    const { reject: why, detail, failed = false, part } = yielded
    const refused = { stage, why, failed, ...(detail === undefined ? {} : { detail }) }
    return part === undefined ? { ...parent, id, refused } : { id, record: part, ...place, refused }
  }
  return isPlaced(yielded)
    ? { id: `${parent.id}.${yielded.place}`, record: yielded.record, ...place }
    : { id, record: yielded, ...place }
}

const read = (stage: string, parent: Envelope, yielded: unknown): Visited => {
  if (yielded === stop) return { children: [], stop: true }
  if (!Array.isArray(yielded)) return { children: [childOf(stage, parent, parent.id, yielded)] }
  const last = yielded.at(-1) === stop
  const all = last ? yielded.slice(0, -1) : yielded
  if (all.length === 0 && !last)
    throw new AutoifError('AUTOIF_STAGE', `stage ${stage} yielded nothing for record ${parent.id}`, {
      hint: 'A stage yields a record, a reject or stop; an empty list would lose the record.',
    })
  return { children: all.map((child, at) => childOf(stage, parent, `${parent.id}.${at}`, child)), stop: last }
}

/** One record in, its children out, refused ones among them; every visit is booked once, whatever comes of it. */
export const visitor = (stage: AnyStage, { seed, signal, ledger, account }: Visiting) => {
  const key = `${seed}/${stage.name}`

  const book = (visited: Visited): Visited => {
    if (visited.children.length === 0) ledger.cancel(account)
    else ledger.settle(account, visited.children)
    return visited
  }

  const fail = (fault: unknown): never => {
    ledger.cancel(account)
    throw fault
  }

  return (envelope: Envelope): Visited | Promise<Visited> => {
    account.entered++
    try {
      const yielded = stage.run(envelope.record, new Visit(envelope.id, key, signal))
      if (!(yielded instanceof Promise)) return book(read(stage.name, envelope, yielded))
      return yielded.then(settled => book(read(stage.name, envelope, settled))).catch(fail)
    } catch (fault) {
      return fail(fault)
    }
  }
}
