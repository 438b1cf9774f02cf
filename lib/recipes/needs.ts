import type { Needs } from './part.ts'

const tags = ['toSft.seedTag', 'toSft.augmentedTag']

// A step that is there only when it is asked for is gone by all the same.
const screening = ['screen', 'speaks', 'decontaminate', 'distinct'] as const
const proven = ['draws', 'augment', 'novel', 'generateVerifiers', 'crossValidate'] as const
const graded = ['sample', 'verify', 'toDpo', 'toKto', 'toRlvr'] as const
const scored = ['accept', 'score', 'toSft', 'toInstructionDpo'] as const
const pooled = ['admit', 'bootstrap', 'wellFormed', 'unique'] as const
const asked = ['draws', 'instructions', 'queries', 'benchmarks', 'model', 'judge', 'sandbox', 'sft'] as const
const aside = ['dpo', 'kto', 'rlvr', 'instructionDpo'] as const

const needs = {
  autoif: {
    does: 'instructions that functions verify, each put to some queries; the default',
    rooms: [...proven, 'backTranslate', 'entail', ...screening, 'pair', ...graded, ...scored],
    parts: [...asked, 'nli', ...aside],
    idle: tags,
  },
  dispatcher: {
    does: 'as autoif, in one language and with placeholders to fill',
    rooms: [...proven, ...screening, 'pair', 'fill', ...graded, ...scored],
    parts: [...asked, ...aside],
    idle: tags,
  },
  conversations: {
    does: 'several instructions, more with every turn, and all of them followed',
    rooms: [...proven, 'compose', 'satisfy', ...screening, 'pair', 'fill', 'converse', 'score', 'toSft'],
    parts: asked,
    idle: tags,
  },
  llama3: {
    does: 'queries, each with an instruction made for it: pairs of responses',
    rooms: [...screening, 'propose', 'writeFunctions', 'writeCases', 'crossValidate', ...graded, 'toChosenSft'],
    parts: ['queries', 'pairs', 'benchmarks', 'model', 'sandbox', 'dpo', 'sftAside', 'kto', 'rlvr'],
  },
  backtranslation: {
    does: 'good texts, and the instruction that each of them answers',
    rooms: ['speaks', 'invert', 'decontaminate', 'curate', 'toSft'],
    parts: ['completions', 'benchmarks', 'model', 'backward', 'judge', 'sft', 'inverseSft'],
    idle: ['toSft.soundJoin'],
  },
  'self-instruct': {
    does: 'tasks, in a pool that feeds itself; no queries are read',
    rooms: [...pooled, 'speaks', 'decontaminate', 'consistent', 'classify', 'instantiate', 'toSft'],
    parts: ['pool', 'embedder', 'benchmarks', 'model', 'sft'],
    idle: ['toSft.soundJoin', ...tags],
  },
} as const satisfies Readonly<Record<string, Needs>>

export type RecipeName = keyof typeof needs

/** By recipe; the test that each of them reads just these rooms and parts keeps them true. */
export const recipeNeeds: Readonly<Record<RecipeName, Needs>> = needs
