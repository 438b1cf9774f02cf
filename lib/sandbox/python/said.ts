/** What a value that is neither true, false nor none (Outcome O) amounts to in the three ways upstream's scripts look at values. */
export interface OtherValue {
  /** The boolean it equals, as 1 and 1.0 equal True in Python; absent when it equals neither. */
  readonly equals?: boolean
  /** bool(value); absent when that raised. */
  readonly truthy?: boolean
  /** int(value), cut to ±(2^53 - 1); absent when that raised. */
  readonly int?: number
}

/** What one function made of all inputs, read from the one string that crossed. */
export interface Said {
  /** One Outcome letter for each input. */
  readonly outcomes: string
  readonly message?: string
  /** One for each O among the outcomes, in order. */
  readonly values?: readonly OtherValue[]
}

const letters = /^[TFNOEXML]*$/
const amount = /([TFN])([TFE])(-?\d*);/g
const amounts = /^(?:[TFN][TFE]-?\d*;)*$/

const otherValue = ([, equal, truth, int]: RegExpMatchArray): OtherValue => ({
  ...(equal === 'N' ? {} : { equals: equal === 'T' }),
  ...(truth === 'E' ? {} : { truthy: truth === 'T' }),
  ...(int ? { int: Number(int) } : {}),
})

const forged = (inputs: number): Said => ({ outcomes: 'E'.repeat(inputs), message: 'it forged its verdicts' })

/**
 * Reads what a cell says about `inputs` inputs: their letters, the first error's message, and behind a NUL what other values
 * amount to, each in the form `<T|F|N><T|F|E><digits>;` (what it equals, whether it is truthy, what int() gives).
 * A Python verifier can find the runner's variables and forge its own verdicts, as it can return what it likes; what does
 * not read as verdicts is an error.
 */
export const said = (text: string, inputs: number): Said => {
  const outcomes = text.slice(0, inputs)
  if (outcomes.length !== inputs || !letters.test(outcomes)) return forged(inputs)
  const [message = '', encoded = ''] = text.slice(inputs).split('\0', 2)
  const values = amounts.test(encoded) ? [...encoded.matchAll(amount)].map(otherValue) : []
  const others = outcomes.split('O').length - 1
  return {
    outcomes,
    // A message cut in the middle of a surrogate pair would not survive UTF-8.
    ...(message === '' ? {} : { message: message.toWellFormed() }),
    ...(others > 0 && values.length === others ? { values } : {}),
  }
}
