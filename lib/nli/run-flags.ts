// Two words of memory shared by the main thread and the model's thread. A thread that is torn down inside a native
// run aborts the whole process, so whoever is about to end the process can see here whether that is so, and wait.

/** Made by `runFlags`; may be handed to a worker. */
export type RunFlags = Int32Array<SharedArrayBuffer>

const stop = 0
const inside = 1

/** Fresh flags: nobody asked for a stop, and the thread counts as inside, for its first work is to load the model. */
export const runFlags = (): RunFlags => {
  const flags = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT))
  flags[inside] = 1
  return flags
}

/** Before a run, on the model's thread: false when a stop was asked for, and then nothing may be run. */
export const enter = (flags: RunFlags): boolean => {
  // The other side writes stop and then reads inside, this side the other way about: one of the two always sees the other.
  Atomics.store(flags, inside, 1)
  if (Atomics.load(flags, stop) === 0) return true
  leave(flags)
  return false
}

/** After loading and after every run, on the model's thread. */
export const leave = (flags: RunFlags): void => {
  Atomics.store(flags, inside, 0)
  Atomics.notify(flags, inside)
}

/** From the main thread: no further run begins. */
export const askToStop = (flags: RunFlags): void => {
  Atomics.store(flags, stop, 1)
}

/** Blocks the calling thread while the model's thread is inside, for at most `ms`; true when it is outside. */
export const waitOutside = (flags: RunFlags, ms: number): boolean => Atomics.wait(flags, inside, 1, ms) !== 'timed-out'
