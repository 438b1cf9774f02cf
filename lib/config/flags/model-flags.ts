import { group, type SettingFlag } from './setting-flag.ts'

const answering = ['model', 'judge', 'backward'] as const

/** Whoever may be asked anything, vectors included: what is paid for, kept and waited for. */
export const asked = [...answering, 'embedder'] as const

const models = group('Models', asked)
const verifiers = group('Verifiers and NLI', ['sandbox'])

// Seconds that a timer can hold: with 2^31 milliseconds or more it would fire at once.
const longest = Math.floor(2 ** 31 / 1000)

/** Who answers and how they are asked, and what runs verifiers; in the order of the help. */
export const modelFlags: readonly SettingFlag[] = [
  models('model', 'model', 'the teacher; `rehearsal` is the built-in script, for trying out', {
    argument: 'name',
    short: 'm',
    of: answering,
  }),
  models('judge-model', 'judgeModel', 'who scores responses; the teacher unless given', {
    argument: 'name',
    of: ['judge'],
  }),
  models('backward-model', 'backwardModel', 'who finds instructions for completions; the teacher unless given', {
    argument: 'name',
    of: ['backward'],
  }),
  models('base-url', 'baseUrl', 'an OpenAI-compatible server, or several (default https://api.openai.com/v1)', {
    argument: 'url',
    several: true,
    env: ['OPENAI_BASE_URL', 'OPENAI_API_BASE'],
  }),
  models('embedding-model', 'embeddingModel', 'who says how near instructions are in meaning; nobody unless given', {
    argument: 'name',
    of: ['embedder'],
  }),
  models('embedding-base-url', 'embeddingBaseUrl', 'where that model is served, if not where the teacher is', {
    argument: 'url',
    of: ['embedder'],
  }),
  models('api-key-file', 'apiKeyFile', 'a file that holds the key; else OPENAI_API_KEY is used', {
    argument: 'file',
  }),
  models('concurrency', 'concurrency', 'requests in flight at most; how many there are is found out', {
    argument: 'n',
    short: 'j',
    from: 1,
  }),
  models('timeout', 'timeout', 'how long one request may take', {
    argument: 'seconds',
    from: 1,
    to: longest,
  }),
  models('deadline', 'deadline', 'how long one request may take over all tries', {
    argument: 'seconds',
    from: 1,
  }),
  models('tries', 'tries', 'times a request is sent before its record fails', { argument: 'n', from: 1 }),
  models('patience', 'patience', 'how long to wait for a server that went away, before the run ends', {
    argument: 'seconds',
  }),
  models('max-requests-per-minute', 'requestsPerMinute', 'requests sent in a minute at most', {
    argument: 'n',
    from: 1,
  }),
  models('max-tokens-per-minute', 'tokensPerMinute', 'tokens asked and answered in a minute at most', {
    argument: 'n',
    from: 1,
  }),
  models('hedge', 'hedge', 'ask a second time what takes longer than 95 % of the others; the sooner answer counts'),
  models('keep-truncated', 'keepTruncated', 'take replies that were cut at their limit of tokens'),
  models('samples-per-request', 'samplesPerRequest', 'auto: ask for n replies at once where the server can', {
    argument: 'how',
    choices: ['auto', 'one'],
  }),
  models('rehearsal', 'rehearsal', 'how often the rehearsal teacher errs, e.g. wrongFunctions=0.3,wrongCases=0', {
    argument: 'rates',
    of: answering,
  }),
  verifiers('nli', 'nli', 'mdeberta, a folder, or owner/name of the hub; a lexical baseline unless given', {
    argument: 'model',
    of: ['nli'],
  }),
  verifiers('threads', 'threads', 'threads that run verifiers', { argument: 'n', from: 1 }),
  verifiers('verifier-timeout', 'verifierTimeout', 'time one verifier has for one response', {
    argument: 'ms',
    from: 1,
  }),
  verifiers('verifier-memory', 'verifierMemory', 'memory one verifier may use', {
    argument: 'mb',
    from: 8,
  }),
]
