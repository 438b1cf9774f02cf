import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Profile {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: { readonly functionName: string; readonly url: string }
  }[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

// `lib/models/chat.js` belongs to the room `lib/models`, a package to its name, the rest to Node and V8.
const roomOf = (functionName: string, url: string): string => {
  if (functionName === '(garbage collector)') return 'garbage collection'
  const [, own] = /\/dist\/((?:lib\/[^/]+|bin))[/.]/.exec(url) ?? []
  const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? []
  return name ?? own ?? 'Node and V8'
}

/** Seconds of CPU by room, in the main threads of the processes that wrote a `--cpu-prof` file into the folder. */
export const profiled = (folder: string): ReadonlyMap<string, number> => {
  const rooms = new Map<string, number>()
  // A profile's name ends in its thread's number and a counter: 0 is the main thread.
  for (const file of readdirSync(folder).filter(file => /\.0\.\d+\.cpuprofile$/.test(file))) {
    const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Profile
    const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]))
    for (const [at, id] of samples.entries()) {
      const { functionName = '', url = '' } = frames.get(id) ?? {}
      if (functionName === '(idle)') continue
      const room = roomOf(functionName, url)
      rooms.set(room, (rooms.get(room) ?? 0) + (timeDeltas[at] ?? 0) / 1e6)
    }
  }
  return rooms
}
