import { AutoifError } from '../../errors.ts'
import { unlessFlawed } from '../../flow/answers.ts'
import { type Context, reject, type Stage } from '../../flow/stage.ts'
import type { Model } from '../../models/model.ts'
import { prompt } from '../../prompts/prompt.ts'
import { integer } from '../../random.ts'
import type { ComposedTask, Constraint, Conversed } from '../../records/conversations.ts'
import { firstTurns, heldIn } from '../../records/first-turns.ts'
import type { Exchange } from '../../records/records.ts'
import { followingAll } from '../../records/together.ts'
import type { Taking } from '../../records/verdicts.ts'
import type { Sandbox } from '../../sandbox/sandbox.ts'
import { contradiction, contradicts } from '../../text/contradiction.ts'
import { allJoined, joined } from '../../text/sentence-join.ts'

const rejects = {
  contradictory: 'the teacher found every time that the instructions of the turn contradict each other',
  'no-response': 'no reply to the turn could be used',
  'not-followed': 'no response to the turn follows all instructions of it and of the turns before',
} as const

/** tries: 5 for each turn (dispatcher, 2026-05). The rest as sample, verify, accept and to-sft have it. */
export const defaults = {
  tries: 5,
  temperature: 0.8,
  maxTokens: 0,
  taking: 'boolean' as Taking,
  errorsFail: false,
  passRateAbove: 0.5,
  soundJoin: true,
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
  const { tries, temperature, maxTokens, soundJoin, ...bar } = { ...defaults, ...knobs }
  const limit = maxTokens > 0 ? { maxTokens } : {}

  const answered = async (turn: Turn, { random, signal }: Context): Promise<Exchange | keyof typeof rejects> => {
    const { query, inForce, fresh, answer } = turn
    const told = { query, contradiction, instructions: listed(inForce) }
    const asked = answer === undefined ? first(told) : again({ ...told, answer })
    const seed = integer(random, 2 ** 31)
    let why: keyof typeof rejects = 'no-response'
    let flaw: AutoifError | undefined
    for (let tried = 0; tried < tries; tried++) {
      const asking = { temperature, ...limit, seed: seed + tried, signal }
      const told = await unlessFlawed(model.ask(asked, asking))
      if (told instanceof AutoifError) flaw = told
      const [response = ''] = told instanceof AutoifError ? [] : told
      if (response.trim() === '') continue
      if (contradicts(response)) {
        if (why === 'no-response') why = 'contradictory'
        continue
      }
      why = 'not-followed'
      const [passRate] = await followingAll(sandbox.grade, inForce, [response], bar, signal)
      const user = answer === undefined ? joined(query, fresh, { sound: soundJoin }) : fresh
      if (passRate !== undefined) return { user, response, passRate }
    }
    // With nothing before it a conversation is a question like any other, and fails for the reason that its replies have.
    if (why === 'no-response' && flaw && answer === undefined) throw flaw
    return why
  }

  return {
    name: 'converse',
    cost: 'model',
    lanes: model.lanes,
    rejects,
    async run(record, context) {
      const { query, composedOf, turns } = record
      const exchanged: Exchange[] = []
      for (const more of turns) {
        const turn = exchanged.length
        const inForce = composedOf.slice(0, heldIn(turns, turn + 1))
        const fresh = allJoined(inForce.slice(inForce.length - more).map(({ instruction }) => instruction))
        const found = await answered({ query, inForce, fresh, answer: exchanged.at(-1)?.response }, context)
        if (typeof found === 'string') {
          const detail = { turn, instructions: listed(inForce) }
          if (turn === 0) return reject(found, detail)
          return [{ ...firstTurns(record, turn), exchanged, model: model.name }, reject(found, detail, record)]
        }
        exchanged.push(found)
      }
      return { ...record, exchanged, model: model.name }
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
