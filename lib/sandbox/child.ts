// The process that may die. It holds the pool and relays; the queue, the clock and the verdicts stay with the parent.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import { AutoifError } from '../errors.ts'
import type { Answer, ChildLimits, FromChild, ToChild, Work } from './messages.ts'

const { threads, residentMb, python } = JSON.parse(process.argv[2] ?? '') as ChildLimits
const say = (message: FromChild): void => void process.send?.(message)
const why = (error: unknown): string => (error instanceof Error ? error.message : String(error))

// Ctrl-C reaches the whole process group; the parent finishes what it has begun and then ends this one.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {})

// A thread stuck inside a builtin holds up even process.exit(); SIGKILL waits for nobody.
const die = (): void => void process.kill(process.pid, 'SIGKILL')
process.on('disconnect', die)
if (!process.connected) die()

// When a bomb outruns all else, the kernel shall take this process and not the user's.
const volunteer = (): boolean => {
  try {
    writeFileSync('/proc/self/oom_score_adj', '1000')
    return true
  } catch {
    return false
  }
}

// 50 ms keeps ahead of a heap that grows by a gigabyte a second. Foreign code runs in other threads, so this one is free.
let swollen = false
let limitMb = residentMb
setInterval(() => {
  const resident = Math.round(process.memoryUsage.rss() / 2 ** 20)
  if (resident <= limitMb) return
  if (swollen) die()
  swollen = true
  say({ is: 'swollen', residentMb: resident })
}, 50)

const filename = fileURLToPath(new URL(`./worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url))
const pool = new Piscina<Work, Answer>({ filename, minThreads: threads, maxThreads: threads })

// A run without Python never loads any of it.
let pythons: Piscina<Work, Answer> | undefined
const prepare = async (): Promise<void> => {
  if (!python) throw new TypeError('nobody said how much Python may take')
  limitMb = python.residentMb
  const { pythonPool } = await import('./python-pool.ts')
  const { pool, note } = await pythonPool(python, threads)
  pythons = pool
  say({ is: 'prepared', ...(note === undefined ? {} : { note }) })
}
const unprepared = (error: unknown): void =>
  say({ is: 'unprepared', why: why(error), ...(AutoifError.is(error) && error.hint ? { hint: error.hint } : {}) })

const poolFor = (work: Work): Piscina<Work, Answer> => (work.python && pythons) || pool

process.on('message', (message: ToChild) => {
  if ('prepare' in message) return void prepare().catch(unprepared)
  const { id, work } = message
  poolFor(work)
    .run(work)
    .then(
      answer => say({ is: 'answer', id, answer }),
      error => say({ is: 'fault', id, why: why(error) }),
    )
})

// An empty task answered proves that isolated-vm can be loaded here.
pool.run({ functions: [], inputs: [], wallMs: 1, memoryMb: 8 }).then(
  () => say({ is: 'ready', expendable: volunteer() }),
  error => say({ is: 'broken', why: why(error) }),
)
