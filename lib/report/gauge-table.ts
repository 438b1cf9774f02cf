import type { Part } from '../gauge/advice.ts'
import type { Gauged, Machine } from '../gauge/gauged.ts'
import { endpointTable } from './endpoint-table.ts'
import { figure } from './figure.ts'
import { plainTable } from './plain-table.ts'

const sum = (each: Readonly<Record<string, number>>): number => Object.values(each).reduce((all, one) => all + one, 0)

const machineTable = ({ ndjson, verdicts, nli }: Machine): string => {
  const threads = `${verdicts.threads} ${verdicts.threads === 1 ? 'thread' : 'threads'}`
  const paced = [
    [`verdicts, JavaScript, ${threads}`, verdicts.javascript],
    [`verdicts, Python, ${threads}`, verdicts.python],
    [`NLI pairs, ${nli.name}`, nli],
  ] as const
  const { megabytesPerSecond, rowsPerSecond, rowBytes } = ndjson
  return plainTable(
    ['this machine', 'per second', 'start included', 'start'],
    [
      ['NDJSON through a free stage', `${figure(megabytesPerSecond)} MB`, '', ''],
      [`rows of ${figure(rowBytes)} bytes`, figure(rowsPerSecond), '', ''],
      ...paced.map(([what, { perSecond, perSecondWithStart, startMs }]) => [
        what,
        figure(perSecond),
        figure(perSecondWithStart),
        `${(startMs / 1000).toFixed(1)} s`,
      ]),
    ],
  )
}

const names: Readonly<Record<Part, string>> = {
  model: 'the model',
  verdicts: 'the sandbox',
  nli: 'the NLI model',
  ndjson: 'reading and writing',
}

const waitingFor: Readonly<Record<Part, string>> = {
  model: 'Another server (--base-url again) would make it faster, this machine would not.',
  verdicts: 'Threads up to the number of cores help, and so does --verifier-language javascript.',
  nli: 'A smaller or quantized model helps, and so does --back-translations 1.',
  ndjson: 'Nothing is to be tuned.',
}

const none = `No endpoint was measured. Name one: --base-url http://localhost:8000/v1 --model NAME (OPENAI_API_KEY or
--api-key-file where it needs a key), or --model rehearsal for the built-in teacher.`

const one = { queries: 'query', completions: 'completion', 'seed tasks': 'task' } as const

const recipeTable = ({ perQuery, queriesPerSecond, recipe, preset, reads }: Gauged): string => {
  const { requests, replies, verdicts, nliPairs } = perQuery
  const needs: Readonly<Record<Part, string>> = {
    model: `${figure(sum(replies))} replies in ${figure(sum(requests))} requests`,
    verdicts: `${figure(verdicts)} verdicts`,
    nli: `${figure(nliPairs)} pairs`,
    ndjson: '1 row',
  }
  const parts = (Object.keys(names) as Part[]).filter(part => part === 'model' || queriesPerSecond[part] !== undefined)
  return plainTable(
    [`recipe ${recipe}, ${preset}`, `a ${one[reads]} takes`, `enough for ${reads.split(' ').at(-1)}/s`],
    parts.map(part => {
      const rate = queriesPerSecond[part]
      return [names[part], needs[part], rate === undefined ? 'not measured' : figure(rate)]
    }),
  )
}

const share = (of: number): string => `${Math.round(100 * of)} %`

const things = {
  instructionsKept: 'instructions',
  functionsKept: 'functions',
  setsKept: 'sets of instructions',
  accepted: 'responses',
  tasksKept: 'tasks',
} as const

const assumedWords = ({ assumed }: Gauged): readonly string[] => {
  const shares = Object.entries(things).flatMap(([name, thing]) => {
    const kept = assumed[name as keyof typeof things]
    return kept === undefined ? [] : [`${share(kept)} of the ${thing}`]
  })
  if (shares.length === 0) return []
  const [last, ...others] = shares.reverse()
  return [`Counted with ${others.length > 0 ? `${others.reverse().join(', ')} and ` : ''}${last} let through.`]
}

const adviceWords = ({ bottleneck, settings, endpoint, cores, queriesPerSecond, perQuery }: Gauged): string => {
  if (bottleneck === undefined) {
    const least = Math.min(...Object.values(queriesPerSecond))
    return `This machine keeps up with a model of ${figure(least * sum(perQuery.replies))} replies a second.`
  }
  const flags = Object.entries(settings).map(([flag, value]) => `--${flag} ${value}`)
  const follow = flags.length > 0 ? `The settings that follow: ${flags.join(' ')} (of ${cores} cores)` : ''
  const more = endpoint?.ended === 'allowance' || endpoint?.ended === 'ceiling'
  return [
    `A run waits for ${names[bottleneck]}. ${waitingFor[bottleneck]}`,
    ...(follow ? [`${follow}${more ? ', or more in flight' : ''}.`] : []),
  ].join('\n')
}

/** What `bench` found, for people. */
export const gaugeTable = (gauged: Gauged): string =>
  [
    machineTable(gauged.machine),
    '',
    gauged.endpoint ? endpointTable(gauged.endpoint) : none,
    '',
    recipeTable(gauged),
    ...assumedWords(gauged),
    adviceWords(gauged),
    '',
  ].join('\n')
