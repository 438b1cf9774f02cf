import { type Context, isReject, reject, type Stage } from '../../flow/stage.ts'
import type { Model } from '../../models/model.ts'
import { prompt } from '../../prompts/prompt.ts'
import { integer } from '../../random.ts'
import type { Args } from '../../records/args.ts'
import type { ComposedTask, Constraint } from '../../records/conversations.ts'
import { chosenFrom, drawnFrom } from '../../records/placeholder-values.ts'
import { saidOf } from '../../records/placeholders.ts'
import type { Task } from '../../records/records.ts'
import { jsonObject } from '../../text/json-object.ts'
import { filled } from '../../text/placeholders.ts'
import { allJoined } from '../../text/sentence-join.ts'

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
 * drawn, all others are asked of the teacher, in one reply. Of several instructions each is filled for itself. A task without
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

  const run = async (record: Task | ComposedTask, context: Context) => {
    const { query } = record
    if (!('constraints' in record)) {
      const task = await filledFor(query, record, context)
      if (isReject(task) || task === record) return task
      return { ...task, prompt: answering({ instruction: task.instruction, query }) }
    }
    const done = await Promise.all(record.constraints.map(one => filledFor(query, one, context)))
    const refused = done.find(isReject)
    if (refused) return refused
    const constraints = done as readonly Constraint[]
    return { ...record, constraints, instruction: allJoined(constraints.map(({ instruction }) => instruction)) }
  }

  // What comes out is of the kind that went in, which the compiler does not follow.
  return { name: 'fill', cost: 'model', lanes: model.lanes, rejects, run: run as never }
}
