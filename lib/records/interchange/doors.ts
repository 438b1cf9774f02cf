import type { Door } from '../door.ts'
import { readQuery, readTurns, type ShapedQuery } from '../query-shapes.ts'
import { answered, completion, seedRow, trainable } from './completions.ts'
import { composed, conversation, conversed, either, openConversation } from './conversations.ts'
import { classified, example, exampleDraw, exampleOr } from './examples.ts'
import { backTranslated, candidate, draw, instruction, validated } from './instructions.ts'
import { drafted, proposed } from './proposed.ts'
import { accepted } from './responses.ts'
import { openTask, posed, sampled, task, verified } from './tasks.ts'
import { write } from './write.ts'

/** A query in any of the common shapes; see `readQuery`. */
export const query: Door<ShapedQuery> = { kind: 'query', read: readQuery, readTurns, write }

/** What each stage reads when it runs alone, by the stage's name; `write` puts down what any of them yields. */
export const doors = {
  augment: draw,
  speaks: query,
  novel: instruction,
  bootstrap: exampleDraw,
  'well-formed': example,
  admit: example,
  unique: instruction,
  consistent: example,
  classify: example,
  instantiate: classified,
  propose: query,
  invert: completion,
  'generate-verifiers': instruction,
  'write-functions': proposed,
  'write-cases': drafted,
  'cross-validate': candidate,
  'back-translate': validated,
  entail: backTranslated,
  screen: query,
  decontaminate: query,
  distinct: query,
  compose: validated,
  satisfy: composed,
  pair: either(composed, validated),
  fill: either(openConversation, openTask),
  converse: conversation,
  pose: posed,
  sample: task,
  verify: sampled,
  accept: verified,
  'to-dpo': verified,
  'to-chosen-sft': verified,
  'to-kto': verified,
  'to-rlvr': task,
  'to-instruction-dpo': validated,
  score: either(conversed, accepted),
  curate: answered,
  'to-sft': exampleOr(trainable),
  'to-inverse-sft': seedRow,
} as const satisfies Readonly<Record<string, Door<object>>>
