import { from } from '../lib/flow/recipe.ts'
import { run as runFlow } from '../lib/flow/run.ts'
import type { Stage } from '../lib/flow/stage.ts'
import { seeded } from '../lib/random.ts'
import { Batch } from '../lib/records/envelope.ts'
import type { Sink } from '../lib/records/sink.ts'
import { interleaved } from './measured/interleaved.ts'
import { table } from './measured/markdown.ts'
import { figure, median, spread } from './measured/numbers.ts'

const records = 40_000
const width = 64
const quickMs = 5
const slowMs = 100 * quickMs
const rounds = 3

const random = seeded('slow answers')
const slow = new Set(Array.from({ length: records }, (_, at) => at).filter(() => random() < 0.001))

const answer = (milliseconds: number): Promise<void> => new Promise(resolve => setTimeout(resolve, milliseconds))
const answerTo = (at: number): Promise<void> => answer(slow.has(at) ? slowMs : quickMs)

interface Outcome {
  readonly seconds: number
  readonly inOrder: boolean
}

const timed = async (work: (written: (at: number) => void) => Promise<unknown>): Promise<Outcome> => {
  let count = 0
  let inOrder = true
  const started = performance.now()
  await work(at => {
    inOrder &&= at === count
    count++
  })
  const seconds = (performance.now() - started) / 1000
  if (count !== records) throw new Error(`${count} of ${records} records came out`)
  return { seconds, inOrder }
}

function* batches(): Generator<Batch> {
  for (let at = 0; at < records; at += 20)
    yield new Batch(Array.from({ length: 20 }, (_, of) => ({ id: `${at + of}`, record: at + of })))
}

const flow = (wait: (at: number) => Promise<void>): Promise<Outcome> =>
  timed(written => {
    const stage: Stage<number, number> = {
      name: 'answer',
      cost: 'model',
      lanes: width,
      rejects: {},
      async run(at) {
        await wait(at)
        return at
      },
    }
    const sink: Sink<number> = { write: written, close() {} }
    return runFlow(from<number>(batches()).through(stage).into(sink))
  })

const unorderedPool = (): Promise<Outcome> =>
  timed(written => {
    let next = 0
    const worker = async (): Promise<void> => {
      while (next < records) {
        const at = next++
        await answerTo(at)
        written(at)
      }
    }
    return Promise.all(Array.from({ length: width }, worker))
  })

const run = async (): Promise<string> => {
  const outcomes = await interleaved(rounds, {
    ordered: () => flow(answerTo),
    unordered: unorderedPool,
    quick: () => flow(() => answer(quickMs)),
  })
  const perSecond = (name: string, records_ = records): number =>
    records_ / median(outcomes(name).map(({ seconds }) => seconds))
  // What the slow answers add is work that somebody has to wait for, in order or not.
  const extra = 1 + (slow.size * (slowMs - quickMs)) / (records * quickMs)
  const best = perSecond('quick') / extra
  const line = (words: string, name: string, rate: number): readonly string[] => [
    words,
    figure(rate),
    `${figure((100 * rate) / perSecond('unordered'))} %`,
    `${figure((100 * rate) / best)} %`,
    name === '' ? '' : outcomes(name).every(({ inOrder }) => inOrder) ? 'yes' : 'no',
    name === '' ? '' : spread(outcomes(name).map(({ seconds }) => seconds)),
  ]
  return [
    table(
      ['', 'answers/s', 'of the unordered pool', 'of no slow answers, less the extra work', 'in order', 'spread'],
      [
        line('flow, 1 in 1,000 slow', 'ordered', perSecond('ordered')),
        line('plain pool of promises, 1 in 1,000 slow', 'unordered', perSecond('unordered')),
        line('flow, no slow answers', 'quick', perSecond('quick')),
        line(`the same, less the extra work of the slow ones (1/${figure(extra)})`, '', best),
      ],
    ),
    '',
    `${figure(records)} records, width ${width}, answers after ${quickMs} ms, and ${slow.size} of them after ${slowMs} ms; medians of ${rounds} interleaved rounds. ` +
      `The pool is ${width} loops that take the next record as soon as theirs is answered and write answers as they come; the order of the flow's output is checked record by record. ` +
      'The goal is at least 90 % of the pool.',
  ].join('\n')
}

export default { question: 'What does keeping the order cost when one answer in 1,000 takes 100 times as long?', run }
