import { randomInt } from 'node:crypto'
import { type Allowance, allowance } from '../../gauge/allowance.ts'
import { type Climbed, climb, type Ended } from '../../gauge/climb.ts'
import type { Endpoint } from '../../gauge/gauged.ts'
import { fewestOfAServer, rung, wanted } from '../../gauge/rung.ts'
import type { Probed } from '../../models/probe.ts'
import type { OpenedProbe } from '../open/open-probe.ts'
import type { Config } from '../read-config.ts'
import type { Material } from './gauge-material.ts'

export interface GaugingEndpoint {
  readonly config: Config
  readonly material: Material
  readonly probe: OpenedProbe
  readonly seconds: number
  /** Tokens a reply may have. */
  readonly replyTokens: number
  readonly say: (words: string) => void
}

/** Requests for a figure of the built-in teacher, which costs nothing and answers within a millisecond. */
const manyOfTheBuiltIn = 200

// What came back is seen by two: whoever measures, and the books about rates.
const watched = (ask: () => Promise<Probed>) => {
  const rates = { turnedAway: 0, headers: {} as Probed['limits'] }
  return {
    rates,
    ask: async (): Promise<Probed> => {
      const probed = await ask()
      if (probed.outcome === 'crowded') rates.turnedAway++
      rates.headers = { ...rates.headers, ...probed.limits }
      return probed
    },
  }
}

// The first answer may wait for a model to be loaded or a connection to be made, and is not counted.
const warmed = async (ask: () => Promise<Probed>, paid: Allowance): Promise<Ended | undefined> => {
  if (!paid.take()) return 'allowance'
  const { outcome, tokens } = await ask()
  paid.book(tokens.prompt + tokens.completion)
  return outcome === 'answered' ? undefined : outcome
}

/**
 * Asks as `sample` does, at growing numbers in flight, within `--max-requests` and `--max-tokens`. Throws AUTOIF_ENDPOINT when the
 * endpoint is not there or turns everybody away, AUTOIF_MODEL when it refuses the question.
 */
export const gaugeEndpoint = async (gauging: GaugingEndpoint): Promise<Endpoint> => {
  const { config, material, probe, seconds, replyTokens, say } = gauging
  const { concurrency: ceiling, maxRequests, maxTokens, samplesPerRequest } = config.settings
  const { temperature, adaptive, group, responses } = config.knobs.sample
  const n = samplesPerRequest === 'one' ? 1 : adaptive ? Math.min(group, responses) : responses
  const { remote } = probe
  const fewest = remote ? fewestOfAServer : manyOfTheBuiltIn
  const endless = Number.POSITIVE_INFINITY
  const paid = allowance({
    maxRequests: remote ? maxRequests : endless,
    maxTokens: remote ? maxTokens : endless,
    // Four characters a token are English; code and other languages have fewer.
    longest: Math.ceil(material.promptAt(0).length / 3) + n * replyTokens,
  })
  const seed = randomInt(2 ** 30)
  let asked = 0
  const { rates, ask } = watched(() => {
    const at = asked++
    return probe.ask(material.promptAt(at), { n, temperature, maxTokens: replyTokens, seed: seed + n * at })
  })
  say('a first question, to see whether it answers')
  const trouble = await warmed(ask, paid)
  const climbed: Climbed = trouble
    ? { rungs: [], best: undefined, ended: trouble }
    : await climb({
        ceiling: remote ? ceiling : 1,
        affords: concurrency => paid.affords(wanted(concurrency, fewest), concurrency),
        measure: concurrency => {
          say(`${concurrency} in flight`)
          return rung({ concurrency, seconds, ask, allowance: paid, fewest })
        },
      })
  const spent = { requests: paid.requests, tokens: paid.tokens }
  const ended = remote ? climbed.ended : 'alone'
  return { name: probe.name, ...climbed, ended, repliesPerRequest: n, replyTokens, spent, rates }
}
