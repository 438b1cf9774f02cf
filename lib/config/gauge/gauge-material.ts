import { readFile } from 'node:fs/promises'
import { parse } from '../../models/rehearsal/families/index.ts'
import type { Functions } from '../../models/rehearsal/family.ts'
import { fromPackage } from '../../package-folder.ts'
import { prompt } from '../../prompts/prompt.ts'
import { isProblem } from '../../records/door.ts'
import { readQuery } from '../../records/query-shapes.ts'
import { seeds } from '../../sources/seeds.ts'
import { ownSeeds } from '../open/open-house.ts'

/** What machine and endpoint are measured with: the queries and seeds that ship, and functions for the seeds. */
export interface Material {
  /** Lines of conversations, of some kilobytes each, as public dumps have them. */
  readonly rows: Buffer
  /** Functions that belong together, as an instruction has them. */
  readonly functions: Readonly<Record<'javascript' | 'python', readonly (readonly string[])[]>>
  /** Texts of some 200 words. */
  readonly responses: readonly string[]
  readonly sentences: readonly string[]
  /** Prompts as `sample` puts them, all different until every seed has met every query. */
  readonly promptAt: (at: number) => string
}

/** Queries in the text of a made response, and in the answer of a made conversation. */
const inResponse = 14
const inAnswer = 28

const queriesShipped = async (): Promise<readonly string[]> => {
  const lines = (await readFile(fromPackage('fixtures', 'queries.jsonl'), 'utf8')).split('\n').filter(Boolean)
  return lines.flatMap(line => {
    const found = readQuery(JSON.parse(line))
    return isProblem(found) ? [] : [found.query]
  })
}

// Right and wrong ones are some five, about as many as an instruction keeps of eight.
const together = ({ right, wrong }: Functions): readonly string[] => [...right, ...Object.values(wrong)]

/** Reads and makes it; always the same. */
export const gaugeMaterial = async (): Promise<Material> => {
  const queries = await queriesShipped()
  const sentences = await seeds(ownSeeds())
  const prose = (at: number, count: number): string =>
    Array.from({ length: count }, (_, place) => queries[(at + place) % queries.length]).join(' ')
  const rows = queries.map((value, at) => ({
    id: `talk-${at}`,
    conversations: [
      { from: 'human', value },
      { from: 'gpt', value: prose(at + 1, inAnswer) },
    ],
  }))
  const constraints = sentences.map(parse).filter(constraint => constraint !== undefined)
  const words = prompt('respond', 'instruction', 'query')
  return {
    rows: Buffer.from(rows.map(row => `${JSON.stringify(row)}\n`).join('')),
    functions: {
      javascript: constraints.map(({ functions }) => together(functions.javascript)),
      python: constraints.map(({ functions }) => together(functions.python)),
    },
    responses: queries.map((_, at) => prose(at, inResponse)),
    sentences,
    promptAt: at => {
      // Each time around the queries meet the next seed, so that no server answers from memory.
      const turn = Math.floor(at / queries.length)
      const instruction = sentences[(at + turn) % sentences.length] as string
      return words({ instruction, query: queries[at % queries.length] as string })
    },
  }
}
