import { flag, type KnobFlag } from './knob-flag.ts'

/** How an instruction is proposed for one query. */
export const proposalFlags: readonly KnobFlag[] = [
  flag('propose-shots', 'propose', 'shots', 'count', 'pairs of query and instruction shown for one instruction'),
  flag('propose-temperature', 'propose', 'temperature', 'number', 'sampling temperature of proposed instructions'),
]
