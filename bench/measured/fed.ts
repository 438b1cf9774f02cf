import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Readable, Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { resident } from './resident.ts'
import { timed, waitedFor } from './times.ts'

/** One look at a process tree: bytes that went in, and bytes of memory it held then. */
export interface Sample {
  readonly fed: number
  readonly resident: number
}

export interface Feeding {
  readonly command: readonly string[]
  readonly input: Iterable<Buffer>
  /** How fast the reader of its output is; as fast as it can unless told. */
  readonly readerBytesPerSecond?: number
}

export interface Fed {
  readonly samples: readonly Sample[]
  /** Seconds of user and system time of the command and of all it started and waited for. */
  readonly cpu: number
}

const everyMs = 50

/** Feeds a command on stdin, reads its stdout, and looks at its memory 20 times a second. Throws when it fails. */
export const fed = async ({ command, input, readerBytesPerSecond = Infinity }: Feeding): Promise<Fed> => {
  const child = spawn('sh', ['-c', timed, 'sh', ...command], { stdio: ['pipe', 'pipe', 'pipe'] })
  const exit = once(child, 'exit')
  const samples: Sample[] = []
  let fed = 0
  const timer = setInterval(() => samples.push({ fed, resident: resident(child.pid as number) }), everyMs)
  const counted = function* (): Generator<Buffer> {
    for (const chunk of input) {
      fed += chunk.length
      yield chunk
    }
  }
  const started = performance.now()
  let taken = 0
  const reader = new Writable({
    async write(chunk: Buffer, _encoding, done) {
      taken += chunk.length
      const ahead = (1000 * taken) / readerBytesPerSecond - (performance.now() - started)
      if (ahead > 10) await pause(ahead)
      done()
    },
  })
  try {
    const said = text(child.stderr)
    await Promise.all([pipeline(Readable.from(counted()), child.stdin), pipeline(child.stdout, reader), exit])
    return { samples, cpu: waitedFor(await said) }
  } finally {
    clearInterval(timer)
    child.kill()
  }
}
