import { reject, type Stage } from '../../flow/stage.ts'
import { instructionPool } from '../../records/pool.ts'
import type { Instruction } from '../../records/records.ts'

const rejects = {
  duplicate: 'the same instruction is known, case, spaces and punctuation aside',
  'near-duplicate': 'a known instruction shares more than `above` of its words in the same order',
} as const

/** 0.7: Self-Instruct's ROUGE-L threshold (exactly at it is novel); upstream AutoIF removes exact duplicates only, which is 1 here. */
export const defaults = { above: 0.7 }

/** Refuses an instruction that is known already. Remembers every novel one, so records pass one at a time and in order. */
export const novel = <In extends Instruction>(
  knobs: Partial<typeof defaults> = {},
): Stage<In, In, keyof typeof rejects> => {
  const pool = instructionPool({ ...defaults, ...knobs })
  return {
    name: 'novel',
    cost: 'free',
    lanes: 1,
    rejects,
    run(record) {
      const nearest = pool.nearest(record.instruction)
      if (nearest) return reject(nearest.score === 1 ? 'duplicate' : 'near-duplicate', nearest)
      pool.add(record.instruction)
      return record
    },
  }
}
