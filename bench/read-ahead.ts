import { type Flow, from } from '../lib/flow/recipe.ts'
import { run as runFlow } from '../lib/flow/run.ts'
import type { Sink } from '../lib/records/sink.ts'
import { table } from './measured/markdown.ts'
import { figure } from './measured/numbers.ts'

const pause = (milliseconds: number): Promise<void> => new Promise(resolve => setTimeout(resolve, milliseconds))

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

const flowOf = (
  source: Iterable<number>,
  widths: readonly number[],
  work: (lanes: number) => Promise<void>,
): Flow<number> =>
  widths.reduce<Flow<number>>(
    (flow, lanes, at) =>
      flow.through({
        name: `stage-${at}`,
        cost: 'cpu',
        lanes,
        rejects: {},
        async run(record) {
          await work(lanes)
          return record
        },
      }),
    from<number>(source),
  )

const readAhead = async (widths: readonly number[]): Promise<number> => {
  let read = 0
  let written = 0
  let ahead = 0
  const source = function* (): Generator<number> {
    for (; read < 300; ) yield read++
  }
  const sink: Sink<number> = {
    async write() {
      written++
      await pause(2)
      ahead = Math.max(ahead, read - written)
    },
    close() {},
  }
  await runFlow(flowOf(source(), widths, async () => {}).into(sink))
  return ahead
}

// A stage of any width then takes one record each `eachMs`, so a chain of them could, too.
const eachMs = 4

const nowhere: Sink<number> = { write() {}, close() {} }

const together = async (widths: readonly number[]): Promise<number> => {
  const count = 250
  const started = performance.now()
  const source = Array.from({ length: count }, (_, at) => at)
  await runFlow(flowOf(source, widths, lanes => pause(eachMs * lanes)).into(nowhere))
  return (performance.now() - started) / count
}

const run = async (): Promise<string> => {
  const behind: string[][] = []
  for (const widths of [[1], [1, 1, 1], [16], [4, 8, 1], [16, 16, 64]])
    behind.push([widths.join(' + '), `${sum(widths)}`, `${await readAhead(widths)}`])
  const chains: string[][] = []
  for (const widths of [[1], [1, 1, 1, 1], [16], [16, 16, 16, 16]])
    chains.push([widths.join(' → '), figure(await together(widths))])
  return [
    table(['widths of the stages', 'their sum', 'read ahead'], behind),
    '',
    'The sink takes 2 ms for each row; "read ahead" is the most records that were taken from the source and had not yet reached the sink.',
    '',
    table(['widths of the stages', 'ms for each record'], chains),
    '',
    `Each stage takes ${eachMs} ms for a record and lane, so that any one of them can take a record every ${eachMs} ms; a chain of them should, too. ` +
      'Timers alone add some tenths of a millisecond.',
  ].join('\n')
}

export default { question: 'How far does the flow read ahead, and do its stages work side by side?', run }
