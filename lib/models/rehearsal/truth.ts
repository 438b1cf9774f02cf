import { undress } from './dress.ts'
import { parse, recognise } from './families/index.ts'
import { vague } from './vague.ts'

export interface Truth {
  /** Whether the response follows the instruction. */
  holds(response: string): boolean
  /** Whether a function decides just that; undefined for code that the rehearsal teacher did not write. */
  rightFunction(code: string): boolean | undefined
}

/** What the rehearsal teacher knows about an instruction that one of its families phrases; undefined for any other. */
export const truth = (instruction: string): Truth | undefined => {
  const constraint = parse(instruction)
  if (!constraint) return undefined
  const { javascript, python } = constraint.functions
  const right = [...javascript.right, ...python.right]
  const wrong = [javascript.wrong, python.wrong, vague.javascript, vague.python].flatMap(Object.values)
  return {
    holds: response => constraint.holds(response),
    rightFunction: code => {
      const bare = undress(code)
      if (right.includes(bare)) return true
      return wrong.includes(bare) || recognise(bare) !== undefined ? false : undefined
    },
  }
}
