import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import t, { type Test } from 'tap'
import type { Said } from '../../../lib/sandbox/python/said.ts'
import { python } from '../../fixtures/python.ts'
import { skip, upstreamRows } from '../../fixtures/upstream.ts'

const patience = 60_000
const sha1 = (text: string): string => createHash('sha1').update(text).digest('hex').slice(0, 12)

type Row = Record<string, unknown>
interface Unit {
  readonly functions: readonly string[]
  readonly inputs: readonly string[]
}

const parsed = (json: string): readonly { func: string; cases: readonly { input: string }[] }[] => {
  try {
    return [JSON.parse(json)]
  } catch {
    return []
  }
}

const fromReplies = (row: Row): Unit => {
  const replies = (row['gpt-answer'] as string[]).flatMap(reply => parsed(/```json(.*?)```/s.exec(reply)?.[1] ?? ''))
  return {
    functions: replies.map(reply => reply.func.trim()),
    inputs: replies.flatMap(reply => reply.cases.map(({ input }) => input)),
  }
}
const fromResponses = (row: Row): Unit => ({
  functions: (row.eval_func as [string][]).map(([source]) => source),
  inputs: row['gpt-answer'] as string[],
})
const fromCases = (row: Row): Unit => ({
  ...fromResponses(row),
  inputs: (row.cases as ([string] | { input: string })[]).map(one => (Array.isArray(one) ? one[0] : one.input)),
})

const sets = [
  ['eval_func_rft', fromReplies, 771],
  ['query_rft', fromResponses, 704],
  ['back_trans', fromCases, 305],
  ['dpo_query_w_funcs', fromResponses, 168],
] as const

t.test('verifiers of QwenLM/AutoIF give in every cell what CPython gives', { skip }, async t => {
  const ask = await python(t)
  for (const [name, unitOf, cells] of sets) {
    const units = upstreamRows(`data/qwen_autoif/${name}.jsonl`).map(unitOf)
    const unlike: unknown[] = []
    let compared = 0
    for (const { unit, verifier_sha1, input_sha1, outcomes } of upstreamRows(
      `expected/matrices/qwen_${name}.matrix.jsonl`,
    )) {
      const { functions, inputs } = units[unit] as Unit
      const asked = (input_sha1 as string[]).map(sha => inputs.find(input => sha1(input) === sha) as string)
      for (const [at, sha] of (verifier_sha1 as string[]).entries()) {
        const source = functions.find(source => sha1(source) === sha) as string
        const answer = (await ask(source, asked, patience)) as Said
        compared += asked.length
        if (answer.outcomes !== outcomes[at]) unlike.push({ unit, at, wanted: outcomes[at], ...answer })
      }
    }
    t.same(unlike, [], name)
    t.equal(compared, cells, `${cells} cells`)
  }
})

/** Cells as llama3_autoif counts them: 1 where `counts` says so of the letter and, for another value, of what it amounts to. */
const cellsOf = (
  { outcomes, values = [] }: Said,
  counts: (as: { equals?: boolean; truthy?: boolean }, at: number) => boolean,
): number[] => {
  const others = values.values()
  return [...outcomes].map((letter, at) => {
    if (letter === 'O') return Number(counts(others.next().value ?? {}, at))
    return letter === 'T' || letter === 'F' ? Number(counts({ equals: letter === 'T', truthy: letter === 'T' }, at)) : 0
  })
}

const explained: readonly { set: string; row: number; verifier: number }[] = JSON.parse(
  readFileSync(new URL('../../../fixtures/verifiers/python/disagreements.json', import.meta.url), 'utf8'),
)

const checked = (set: string) => {
  const unlike: { set: string; row: number; verifier: number }[] = []
  return {
    compare: (row: number, verifier: number, got: readonly number[], wanted: readonly number[]): number => {
      if (got.join() !== wanted.join()) unlike.push({ set, row, verifier })
      return wanted.length
    },
    report: (t: Test): void => {
      const known = explained.filter(one => one.set === set).map(({ row, verifier }) => ({ set, row, verifier }))
      t.same(unlike, known, 'those that disagree are those that are explained')
    },
  }
}

const casesOf = (texts: readonly string[]): readonly { response: string; result: boolean }[] =>
  texts
    .flatMap(text => text.split('\n'))
    .flatMap(line => {
      try {
        const { response, result } = JSON.parse(line)
        return typeof response === 'string' && typeof result === 'boolean' ? [{ response, result }] : []
      } catch {
        return []
      }
    })

t.test('verifiers of llama3_autoif load, and judge test cases, as in CPython', { skip }, async t => {
  const ask = await python(t)
  const { compare, report } = checked('llama3_autoif/filter')
  const rows = upstreamRows('data/llama3_autoif/verifiers.jsonl')
  const unloaded: unknown[] = []
  let cells = 0
  for (const { i, load, matrix } of upstreamRows('expected/llama3_autoif/filter.matrix.jsonl')) {
    const cases = casesOf(rows[i].testcases)
    for (const [at, source] of (rows[i].verifiers as string[]).entries()) {
      const answer = (await ask(source, ['', ...cases.map(({ response }) => response)], patience)) as Said
      const loaded = !answer.outcomes.startsWith('L')
      if (loaded !== (load[at] === 'ok')) unloaded.push({ i, at, ...answer })
      const judged = cellsOf(answer, ({ equals }, at) => equals === cases[at - 1]?.result).slice(1)
      if (loaded) cells += compare(i, at, judged, matrix[at])
    }
  }
  t.same(unloaded, [], 'the same verifiers load')
  report(t)
  t.equal(cells, 27082)
})

t.test('verifiers of llama3_autoif judge completions as in CPython', { skip }, async t => {
  const ask = await python(t)
  const { compare, report } = checked('llama3_autoif/completions')
  const rows = [0, 1, 2, 3].flatMap(part => upstreamRows(`data/llama3_autoif/completions-${part}.jsonl`))
  let cells = 0
  for (const { i, matrix } of upstreamRows('expected/llama3_autoif/completions.matrix.jsonl'))
    for (const [at, source] of (rows[i].verifiers as string[]).entries()) {
      const answer = (await ask(source, rows[i].completions, patience)) as Said
      cells += compare(
        i,
        at,
        cellsOf(answer, ({ truthy }) => truthy === true),
        matrix[at],
      )
    }
  report(t)
  t.equal(cells, 13200)
})
