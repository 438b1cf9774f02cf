import type { Spending } from './spending.ts'

/** What a stage took for the queries of a pilot, or is guessed to take for one. */
export type ByStage = Readonly<Record<string, Spending>>

/** The least, the likely and the most. */
export interface Range {
  readonly low: number
  readonly likely: number
  readonly high: number
}

export interface Forecast {
  readonly queries: number
  readonly requests: Range
  readonly tokens: Range
  /** Dollars; null when a price is not known. */
  readonly cost: Range | null
}

/** These make instructions, of which a run with known ones in turns needs no more than it has made. */
const onceForAll = new Set(['augment', 'generate-verifiers', 'back-translate', 'satisfy'])
// 95 % of a normal distribution.
const sigmas = 1.96

type Amount = (spent: Spending) => number

const tokensOf: Amount = ({ prompt, completion }) => prompt + completion

/**
 * What `queries` queries will take, going by what the first `piloted` took. Requests are taken to come independently and to
 * differ from each other by as much as they take in the mean, which makes the variance of n of them 2 n times the square of that mean; 95 % of what that
 * allows for is the range. The least also leaves out what more instructions cost, because known ones may take turns.
 */
export const extrapolated = (byStage: ByStage, piloted: number, queries: number): Forecast => {
  const factor = queries / Math.max(1, piloted)
  const stages = Object.entries(byStage)
  const range = (amount: Amount): Range => {
    const sum = (of: readonly (readonly [string, Spending])[]): number =>
      of.reduce((all, [, spent]) => all + amount(spent), 0)
    const all = sum(stages)
    const once = sum(stages.filter(([stage]) => onceForAll.has(stage)))
    const variance = stages.reduce(
      (v, [, spent]) => v + (spent.requests > 0 ? (2 * amount(spent) ** 2) / spent.requests : 0),
      0,
    )
    const margin = all > 0 ? (sigmas * Math.sqrt(variance)) / all : 0
    const spare = (factor - 1) * once
    return {
      low: Math.max(all, (factor * all - spare) * Math.max(0, 1 - margin)),
      likely: factor * all,
      high: factor * all * (1 + margin),
    }
  }
  const priced = stages.every(([, { cost }]) => cost !== null)
  return {
    queries,
    requests: range(({ requests }) => requests),
    tokens: range(tokensOf),
    cost: priced ? range(({ cost }) => cost ?? 0) : null,
  }
}

// Of what nobody has measured, half and twice are as likely as not.
const unsure = 2

/** What `queries` queries will take, going by a guess for one. */
export const guessedFor = (perQuery: ByStage, queries: number): Forecast => {
  const range = (amount: Amount): Range => {
    const likely = queries * Object.values(perQuery).reduce((sum, spent) => sum + amount(spent), 0)
    return { low: likely / unsure, likely, high: likely * unsure }
  }
  const priced = Object.values(perQuery).every(({ cost }) => cost !== null)
  return {
    queries,
    requests: range(({ requests }) => requests),
    tokens: range(tokensOf),
    cost: priced ? range(({ cost }) => cost ?? 0) : null,
  }
}

const short = (amount: number): string =>
  amount < 10_000
    ? `${Math.round(amount)}`
    : amount < 1e6
      ? `${(amount / 1e3).toFixed(1)} k`
      : `${(amount / 1e6).toFixed(2)} M`

/** The forecast in lines for people. */
export const forecastLines = ({ queries, requests, tokens, cost }: Forecast): string => {
  const said = (range: Range, words: (amount: number) => string): string =>
    `${words(range.likely)} (${words(range.low)} to ${words(range.high)})`
  const money = cost
    ? `$${said(cost, amount => amount.toFixed(2))
        .replaceAll('(', '($')
        .replaceAll(' to ', ' to $')}`
    : 'unknown, see --prices'
  return [
    `${queries} queries that pass the screening would take`,
    `  requests  ${said(requests, short)}`,
    `  tokens    ${said(tokens, short)}`,
    `  cost      ${money}`,
    '',
  ].join('\n')
}
