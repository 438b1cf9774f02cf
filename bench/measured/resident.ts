import { readdirSync, readFileSync } from 'node:fs'

const children = (pid: number): number[] =>
  readdirSync(`/proc/${pid}/task`).flatMap(thread =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  )

/** The process and all that descend from it; a process that ends meanwhile counts as none. */
const tree = (pid: number): number[] => {
  try {
    return [pid, ...children(pid).flatMap(tree)]
  } catch {
    return []
  }
}

const residentOf = (pid: number): number => {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}

/** Bytes of memory that a process and its descendants hold, as Linux counts them; pages shared between them count twice. */
export const resident = (pid: number): number => tree(pid).reduce((sum, one) => sum + residentOf(one), 0)
