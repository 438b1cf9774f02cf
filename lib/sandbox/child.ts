// The process that may die. It holds the pool and relays; the queue, the clock and the verdicts stay with the parent.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Piscina } from 'piscina'
import type { Answer, ChildLimits, FromChild, ToChild, Work } from './messages.ts'

const { threads, residentMb } = JSON.parse(process.argv[2] ?? '') as ChildLimits
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
setInterval(() => {
  const resident = Math.round(process.memoryUsage.rss() / 2 ** 20)
  if (resident <= residentMb) return
  if (swollen) die()
  swollen = true
  say({ is: 'swollen', residentMb: resident })
}, 50)

const filename = fileURLToPath(new URL(`./worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url))
const pool = new Piscina<Work, Answer>({ filename, minThreads: threads, maxThreads: threads })

process.on('message', ({ id, work }: ToChild) => {
  pool.run(work).then(
    answer => say({ is: 'answer', id, answer }),
    error => say({ is: 'fault', id, why: why(error) }),
  )
})

// An empty task answered proves that isolated-vm can be loaded here.
pool.run({ functions: [], inputs: [], wallMs: 1, memoryMb: 8 }).then(
  () => say({ is: 'ready', expendable: volunteer() }),
  error => say({ is: 'broken', why: why(error) }),
)
