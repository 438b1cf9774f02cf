import { AutoifError } from '../errors.ts'
import { admit } from '../stages/1-instructions/admit.ts'
import { bootstrap } from '../stages/1-instructions/bootstrap.ts'
import { classify } from '../stages/1-instructions/classify.ts'
import { unique } from '../stages/1-instructions/unique.ts'
import { wellFormed } from '../stages/1-instructions/well-formed.ts'
import { consistent } from '../stages/4-responses/consistent.ts'
import { instantiate } from '../stages/4-responses/instantiate.ts'
import { knobs } from './knobs.ts'
import type { Build } from './resources.ts'

/** The stages of self-instruct as they run alone, in the order of the stream. */
export const poolStages: readonly (readonly [name: string, build: Build])[] = [
  ['bootstrap', async (house, k) => bootstrap({ model: await house.model(), ...k.bootstrap })],
  ['well-formed', (_, k) => wellFormed(k.wellFormed)],
  // What a file holds is examined to its end: a pool that runs alone asks for nothing and is never full.
  ['admit', async (house, k) => admit({ pool: await house.pool({ ...k.admit, size: Number.POSITIVE_INFINITY }) })],
  [
    'unique',
    async (house, k) => {
      const embedder = await house.embedder()
      if (embedder) return unique({ embedder, ...k.unique })
      throw new AutoifError('AUTOIF_USAGE', 'stage unique compares what instructions mean', {
        hint: 'Name a model that is served at /v1/embeddings with --embedding-model.',
      })
    },
  ],
  [
    'consistent',
    async (house, k) => {
      // Of the pool only its seeds are shown, and those no knob changes.
      const { seeds } = await house.pool(knobs.admit)
      return consistent({ model: await house.model(), seeds, ...k.consistent })
    },
  ],
  ['classify', async (house, k) => classify({ model: await house.model(), ...k.classify })],
  ['instantiate', async (house, k) => instantiate({ model: await house.model(), ...k.instantiate })],
]
