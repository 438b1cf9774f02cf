import { type Context, reject, type Stage } from '../../flow/stage.ts'
import type { Model } from '../../models/model.ts'
import { prompt } from '../../prompts/prompt.ts'
import { integer } from '../../random.ts'
import type { ComposedTask, Constraint, Conversed } from '../../records/conversations.ts'
import type { Exchange } from '../../records/records.ts'
import { followingAll } from '../../records/together.ts'
import type { Taking } from '../../records/verdicts.ts'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import { contradiction, contradicts } from '../../text/contradiction.ts'
import { allJoined, joined } from '../../text/sentence-join.ts'

const rejects = {
  contradictory: 'the teacher found every time that the instructions of the turn contradict each other',
  'not-followed': 'no response to the turn follows all instructions of it and of the turns before',
} as const

/** tries: 5 for each turn (dispatcher, 2026-05). The rest as sample, verify and accept have it. */
export const defaults = {
  tries: 5,
  temperature: 0.8,
  maxTokens: 0,
  taking: 'boolean' as Taking,
  passRateAbove: 0.5,
}

type Needs = { readonly model: Model; readonly sandbox: Sandbox } & Partial<typeof defaults>

const first = prompt('respond-together', 'instructions', 'query', 'contradiction')
const again = prompt('respond-again', 'instructions', 'query', 'answer', 'contradiction')

/**
 * A conversation in which every turn asks for more: the first answers the query, each later one rewrites the answer before it,
 * and a response to turn n must pass the verifiers of all instructions of the turns up to n. What stands before the first turn
 * that fails is used; that turn is refused.
 */
export const converse = <In extends ComposedTask>({
  model,
  sandbox,
  ...knobs
}: Needs): Stage<In, In & Conversed, keyof typeof rejects> => {
  const { tries, temperature, maxTokens, ...bar } = { ...defaults, ...knobs }
  const limit = maxTokens > 0 ? { maxTokens } : {}

  const answered = async (turn: Turn, { random, signal }: Context): Promise<Exchange | keyof typeof rejects> => {
    const { query, inForce, fresh, answer } = turn
    const told = { query, contradiction, instructions: listed(inForce) }
    const asked = answer === undefined ? first(told) : again({ ...told, answer })
    const seed = integer(random, 2 ** 31)
    let why: keyof typeof rejects = 'contradictory'
    for (let tried = 0; tried < tries; tried++) {
      const [response = ''] = await model.ask(asked, { temperature, ...limit, seed: seed + tried, signal })
      if (response.trim() === '' || contradicts(response)) continue
      why = 'not-followed'
      const [passRate] = await followingAll(sandbox.grade, inForce, [response], bar, signal)
      const user = answer === undefined ? joined(query, fresh, { sound: true }) : fresh
      if (passRate !== undefined) return { user, response, passRate }
    }
    return why
  }

  return {
    name: 'converse',
    cost: 'model',
    lanes: model.lanes,
    rejects,
    async run(record, context) {
      const { query, constraints, turns } = record
      const exchanges: Exchange[] = []
      let held = 0
      for (const more of turns) {
        const fresh = allJoined(constraints.slice(held, held + more).map(({ instruction }) => instruction))
        held += more
        const inForce = constraints.slice(0, held)
        const found = await answered({ query, inForce, fresh, answer: exchanges.at(-1)?.response }, context)
        if (typeof found === 'string') {
          const detail = { turn: exchanges.length, instructions: listed(inForce) }
          const refused = reject(found, detail, { query, fresh })
          return exchanges.length > 0 ? [{ ...record, exchanges, model: model.name }, refused] : refused
        }
        exchanges.push(found)
      }
      return { ...record, exchanges, model: model.name }
    },
  }
}

interface Turn {
  readonly query: string
  readonly inForce: readonly Constraint[]
  /** What the turn adds, as one text. */
  readonly fresh: string
  /** What was answered in the turn before. */
  readonly answer: string | undefined
}

const listed = (constraints: readonly Constraint[]): string =>
  constraints.map(({ instruction }) => `- ${instruction}`).join('\n')
