import type { SomeKnobs } from './knobs.ts'

const dispatcher = {
  draws: { requests: 4, shots: 36 },
  augment: { temperature: 0.8, language: 'en' },
  speaks: { language: 'en', strict: true },
  novel: { above: 1 },
  generateVerifiers: { replies: 10, temperature: 0.7 },
  crossValidate: { minFunctions: 1, minCases: 1, minAgreement: 0, minAccuracy: 0.8, taking: 'equal' },
  screen: { longerThan: 0, shorterThan: 200 },
  sample: { responses: 1, temperature: 0.7, maxTokens: 4096, adaptive: false },
  verify: { taking: 'int' },
  accept: { passRateAbove: 0 },
  score: { scale: '1-5', minScore: 4 },
  toInstructionDpo: { taking: 'equal' },
} as const satisfies SomeKnobs

/**
 * `paper`: arXiv 2406.13542. `reference-code`: what QwenLM/AutoIF's scripts do, where they differ from the paper.
 * `llama3`: the numbers of jwrobins94/llama3_autoif's scripts; there a verifier that throws also counts as one that refuses, which
 * is `--errors-fail`. `dispatcher`: those of LumiOpen/dispatcher's first phase of 2025-07, which asks 4 times with all its 36
 * seeds in English, and the judge of its second phase of 2025-08. That instructions take turns until the queries end is that
 * version's as well; its scripts have nothing against one-sided cases and constant functions, which are
 * refused here as everywhere. `conversations`: those of its version of 2026-05, which asks for three turns. `backtranslation`: DSAA6000Q's assignment, whose numbers the stages of that recipe have without being told.
 * `alpaca`: stanford_alpaca's way to run `self-instruct`, whose own numbers are those of ArmelRandy/Self-instruct and stand in every preset.
 * `sound`, the default: the paper's numbers and the repairs that real data call for, each of which can be switched off by its flag.
 */
export const presets = {
  sound: {},
  paper: {
    novel: { above: 1 },
    crossValidate: {
      minFunctions: 1,
      minCases: 1,
      minAgreement: 0.5,
      minAccuracy: 0.5,
      strictAccuracy: true,
      bothSides: false,
      refuseConstant: false,
    },
    sample: { adaptive: false },
    accept: { passRateAbove: 0.5 },
    score: { minScore: 8, strictScore: false },
    pair: { cycle: false },
    toSft: { soundJoin: false },
    toDpo: { soundJoin: false },
    toKto: { soundJoin: false },
    toRlvr: { soundJoin: false },
  },
  'reference-code': {
    novel: { above: 1 },
    generateVerifiers: { tolerant: false },
    crossValidate: {
      minFunctions: 3,
      minCases: 10,
      minAgreement: 0,
      minAccuracy: 0.8,
      bothSides: false,
      refuseConstant: false,
      taking: 'equal',
    },
    sample: { adaptive: false },
    verify: { taking: 'int' },
    accept: { passRateAbove: 0 },
    score: { minScore: 8, strictScore: true, tolerant: false },
    pair: { cycle: false },
    toSft: { soundJoin: false },
    toDpo: { soundJoin: false },
    toKto: { passRateAbove: 0, soundJoin: false },
    toRlvr: { soundJoin: false },
    toInstructionDpo: { taking: 'equal' },
  },
  llama3: {
    novel: { above: 1 },
    generateVerifiers: { replies: 4, temperature: 1 },
    crossValidate: {
      minFunctions: 1,
      minCases: 1,
      minAgreement: 0,
      minAccuracy: 0.8,
      bothSides: false,
      refuseConstant: false,
      countRepeats: true,
      taking: 'equal',
    },
    screen: { longerThan: 4, shorterThan: 201 },
    sample: { responses: 8, temperature: 1, maxTokens: 1024, showVerifier: true, adaptive: false },
    verify: { taking: 'truthy' },
    pair: { cycle: false },
    toDpo: { chosenFrom: 0.5, pairing: 'zip-cycle' },
    toInstructionDpo: { taking: 'equal' },
  },
  dispatcher,
  conversations: {
    ...dispatcher,
    generateVerifiers: { replies: 3, temperature: 0.7 },
    compose: { turns: 3, perTurn: 1 },
    satisfy: { temperature: 0.7, taking: 'int', passRateAbove: 0 },
    converse: { tries: 5, temperature: 0.7, maxTokens: 4096, taking: 'int', passRateAbove: 0 },
  },
  backtranslation: {},
  alpaca: {
    admit: { shots: 3, shownMade: 0 },
    bootstrap: { temperature: 1, topP: 1, repetitionPenalty: 1, maxTokens: 3072 },
    wellFormed: { blacklist: 'alpaca', refusePrograms: true },
  },
} as const satisfies Record<string, SomeKnobs>

export type Preset = keyof typeof presets
