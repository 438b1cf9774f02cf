import { integer } from '../../random.ts'

/** What a filled template was made from, by placeholder. */
export type Values = Readonly<Record<string, string>>

/** One blank of a family's sentences: how it is drawn, how it is shown, and how it is read back. */
export interface Parameter<Value extends string | number> {
  draw(random: () => number): Value
  /** The placeholders that this value fills: `name` itself and what is derived from it. */
  shown(name: string, value: Value): Values
  /** The value a text was filled with; undefined when these values do not name a known one. */
  read(name: string, values: Values): Value | undefined
}

const small = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')

/**
 * A whole number from `low` to `high`, both included, `step` apart. Fills `{{name}}`, `{{nameInWords}}` (up to twelve),
 * `{{nameLess}}` and `{{nameMore}}` (one off), and `{{nameOther}}` (about half or twice as much, never the same).
 */
export const whole = (low: number, high: number, step = 1): Parameter<number> => ({
  draw: random => low + step * integer(random, Math.floor((high - low) / step) + 1),
  shown: (name, value) => ({
    [name]: String(value),
    [`${name}InWords`]: small[value] ?? String(value),
    [`${name}Less`]: String(value - 1),
    [`${name}More`]: String(value + 1),
    [`${name}Other`]: String(value * 2 > low + high ? Math.floor(value / 2) : value * 2 + 1),
  }),
  read: (name, values) => {
    const said = values[name] ?? values[`${name}InWords`]
    const beside = values[`${name}Less`] ?? Number(values[`${name}More`]) - 2
    const value = said === undefined ? Number(beside) + 1 : small.includes(said) ? small.indexOf(said) : Number(said)
    return Number.isInteger(value) && value >= low && value <= high && (value - low) % step === 0 ? value : undefined
  },
})

/** One of a few texts. Fills `{{name}}` and `{{nameOther}}`, the one that follows it in the list. */
export const oneOf = (choices: readonly string[]): Parameter<string> => ({
  draw: random => choices[integer(random, choices.length)] as string,
  shown: (name, value) => ({
    [name]: value,
    [`${name}Other`]: choices[(choices.indexOf(value) + 1) % choices.length] as string,
  }),
  read: (name, values) => choices.find(choice => choice === values[name]),
})
