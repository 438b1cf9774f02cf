import type { Typed } from '../lib/config/typed.ts'

/** One command of the command line: does its work and says the exit code. Throws what `bin/main.ts` then says on stderr. */
export type Command = (typed: Typed, process: NodeJS.Process) => Promise<number>
