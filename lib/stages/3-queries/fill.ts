import { AutoifError } from '../../errors.ts'
import { unlessFlawed } from '../../flow/answers.ts'
import { type Context, isReject, type Reject, reject, type Stage } from '../../flow/stage.ts'
import type { Model } from '../../models/model.ts'
import { prompt } from '../../prompts/prompt.ts'
import { integer } from '../../random.ts'
import type { Args } from '../../records/args.ts'
import type { ComposedTask, Constraint } from '../../records/conversations.ts'
import { firstTurns, heldIn } from '../../records/first-turns.ts'
import { chosenFrom, drawnFrom } from '../../records/placeholder-values.ts'
import { saidOf } from '../../records/placeholders.ts'
import type { Task } from '../../records/records.ts'
import { jsonObject } from '../../text/json-object.ts'
import { filled } from '../../text/placeholders.ts'

const rejects = {
  'no-values': 'the reply held no JSON object with a value of its kind for every placeholder',
} as const

/** dispatcher asks for values at 0.7, as for everything else (2026-05). */
export const defaults = { temperature: 0.7 }

type Needs = { readonly model: Model } & Partial<typeof defaults>

const asking = prompt('fill', 'instruction', 'placeholders', 'example', 'query')
const answering = prompt('respond', 'instruction', 'query')

/**
 * Fills the placeholders of a task's instruction for its query: static ones and numbers with a stated range or values are
 * drawn, all others are asked of the teacher, in one reply. Of several instructions each is filled for itself, and the turns
 * before the first that cannot be filled are left (dispatcher, 2026-05). A task without
 * placeholders passes as it is.
 */
export const fill = <In extends Task | ComposedTask>({
  model,
  ...knobs
}: Needs): Stage<In, In extends ComposedTask ? ComposedTask : Task, keyof typeof rejects> => {
  const { temperature } = { ...defaults, ...knobs }

  const filledFor = async (query: string, constraint: Constraint, { random, signal }: Context) => {
    const { placeholders, ...rest } = constraint
    if (!placeholders) return constraint
    const { instruction: template, cases } = rest
    const known = drawnFrom(placeholders, random)
    const open = Object.entries(placeholders).filter(([name]) => !Object.hasOwn(known, name))
    const example = cases.find(({ args }) => args && open.every(([name]) => Object.hasOwn(args, name)))?.args ?? {}
    let asked: Args | undefined = {}
    if (open.length > 0) {
      const words = asking({
        instruction: filled(template, known),
        placeholders: saidOf(Object.fromEntries(open)),
        example: JSON.stringify(Object.fromEntries(open.map(([name]) => [name, example[name] ?? null]))),
        query,
      })
      const [reply = ''] = await model.ask(words, { temperature, seed: integer(random, 2 ** 31), signal })
      asked = chosenFrom(jsonObject(reply), open, example)
      if (!asked) return reject('no-values', { reply })
    }
    const args = Object.fromEntries(
      Object.keys(placeholders).map(name => [name, Object.hasOwn(known, name) ? known[name] : asked[name]]),
    )
    return { ...rest, template, instruction: filled(template, args), args }
  }

  const all = async (record: ComposedTask, context: Context) => {
    const asked = record.composedOf.map(one => unlessFlawed(filledFor(record.query, one, context)))
    // Looked at in their order when all are there, so that what failed first is not what was quickest.
    await Promise.allSettled(asked)
    const composedOf: Constraint[] = []
    for (const one of asked) {
      const found = await one
      if (isReject(found) || found instanceof AutoifError) return cut({ ...record, composedOf }, found, record)
      composedOf.push(found)
    }
    return firstTurns({ ...record, composedOf }, record.turns.length)
  }

  const run = async (record: Task | ComposedTask, context: Context) => {
    if ('composedOf' in record) return all(record, context)
    const { query } = record
    const task = await filledFor(query, record, context)
    if (isReject(task) || task === record) return task
    return { ...task, prompt: answering({ instruction: task.instruction, query }) }
  }

  // What comes out is of the kind that went in, which the compiler does not follow.
  return { name: 'fill', cost: 'model', lanes: model.lanes, rejects, run: run as never }
}

/** The turns that are filled, and the refusal of the first that is not. */
const cut = (filled: ComposedTask, why: Reject | AutoifError, record: ComposedTask) => {
  const { composedOf, turns } = filled
  const turn = turns.findIndex((_, at) => heldIn(turns, at + 1) > composedOf.length)
  if (turn === 0 && why instanceof AutoifError) throw why
  if (turn === 0) return why
  const detail = why instanceof AutoifError ? { reason: why.reason } : Object(why.detail)
  return [firstTurns(filled, turn), reject('no-values', { turn, ...detail }, record)]
}
