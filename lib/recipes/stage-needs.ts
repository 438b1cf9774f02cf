import { type KnobRoom, knobs } from './knobs.ts'
import type { Needs, Part } from './part.ts'

type Rest = Partial<Pick<Needs, 'rooms' | 'idle' | 'besides'>>

/** A stage with what it takes of the house; its room of knobs is that of its own name, if there is one. */
const stage = (name: string, does: string, parts: readonly Part[] = [], rest: Rest = {}): readonly [string, Needs] => {
  const room = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
  const rooms = Object.hasOwn(knobs, room) ? [room as KnobRoom] : []
  const written: readonly Part[] = name.startsWith('to-') ? [] : ['names']
  return [name, { does, rooms, parts: ['lines', ...written, ...parts], ...rest }]
}

const groups = {
  instructions: [
    stage('augment', 'has the teacher make new instructions after some that it is shown', ['model']),
    stage('speaks', 'keeps what is in one language', ['queries']),
    stage('novel', 'refuses instructions that are known, or nearly so'),
    stage('propose', 'has the teacher make an instruction that fits a query', ['model', 'pairs', 'queries']),
    stage('invert', 'has a backward model find the instruction that a text answers', ['backward', 'texts']),
  ],
  tasks: [
    stage('bootstrap', 'has the teacher go on with a list of tasks', ['model']),
    stage('well-formed', 'refuses tasks by the words of their instruction'),
    // Alone it has no draws to make and is never full.
    stage('admit', 'refuses tasks that are near to a seed or to an earlier one', ['pool'], {
      idle: ['size', 'shots', 'shownMade', 'perRound', 'patience'].map(knob => `admit.${knob}`),
    }),
    stage('unique', 'refuses instructions that mean what an earlier one means', ['embedder']),
    stage('consistent', 'keeps tasks whose instruction can be guessed from their output', ['pool', 'model']),
    stage('classify', 'asks whether a task is one of classification', ['model']),
    stage('instantiate', 'makes inputs to the classes of tasks that classify', ['model']),
  ],
  verifiers: [
    stage('generate-verifiers', 'has the teacher write functions that check an instruction, with cases', ['model']),
    stage('write-functions', 'has the teacher write functions alone', ['model']),
    stage('write-cases', 'has the teacher write cases for each function', ['model']),
    stage('cross-validate', 'runs functions on cases and keeps what they agree about', ['sandbox'], {
      besides: ['generateVerifiers.tolerant'],
    }),
    stage('back-translate', 'has the teacher say in words what functions check', ['model']),
    stage('entail', 'refuses instructions that their back-translations contradict', ['nli']),
    stage('compose', 'puts several instructions together'),
    stage('satisfy', 'keeps instructions that some text is proven to follow together', ['model', 'sandbox']),
  ],
  queries: [
    stage('screen', 'keeps queries by all that a recipe asks of them; free', ['benchmarks', 'queries'], {
      rooms: ['screen', 'speaks', 'decontaminate', 'distinct'],
    }),
    stage('decontaminate', 'refuses what repeats a prompt of a benchmark', ['benchmarks', 'queries']),
    stage('distinct', 'refuses queries that came in before', ['queries']),
    stage('pair', 'puts instructions to the queries of a file', ['queries']),
    stage('pose', 'makes a task of a query and the instruction that it came with'),
    stage('fill', 'fills placeholders in instructions for their query', ['model']),
  ],
  responses: [
    stage('sample', 'asks the teacher for responses', ['model', 'sandbox']),
    stage('verify', 'runs verifiers on responses', ['sandbox']),
    stage('accept', 'keeps the responses that their verifiers accept'),
    stage('score', 'has a judge score responses', ['judge']),
    stage('converse', 'holds a conversation whose every turn asks for more', ['model', 'sandbox']),
    stage('curate', 'has a judge rate instructions with their responses', ['judge', 'texts']),
  ],
  rows: [
    stage('to-sft', 'makes rows to fine-tune on', ['texts', 'sft'], { besides: ['generateVerifiers.tolerant'] }),
    stage('to-dpo', 'makes pairs of a chosen and a rejected response', ['dpo']),
    stage('to-chosen-sft', 'makes rows of the responses that may be chosen', ['sft']),
    stage('to-kto', 'makes responses with their labels', ['kto']),
    stage('to-rlvr', 'makes tasks with their verifiers', ['rlvr']),
    stage('to-instruction-dpo', 'makes pairs of the cases of an instruction', ['sandbox', 'dpo']),
    stage('to-inverse-sft', 'makes rows that train a backward model', ['texts', 'sft']),
  ],
} satisfies Readonly<Record<string, readonly (readonly [string, Needs])[]>>

/** The stages by what they are about, as the README has them. */
export const stageGroups: readonly (readonly [group: string, names: readonly string[]])[] = Object.entries(groups).map(
  ([group, stages]) => [group, stages.map(([name]) => name)],
)

/** By stage, `pair` among them; `queries` and `texts` are lines of that kind, `sft`, `dpo` and so on the rows it writes. */
export const stageNeeds: ReadonlyMap<string, Needs> = new Map(Object.values(groups).flat())
