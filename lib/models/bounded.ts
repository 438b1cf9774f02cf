export type Task<In, Out> = (input: In, signal: AbortSignal) => Promise<Out>

/**
 * At most `width` of the task at once, the rest in order of arrival, so that stages sharing a model take turns.
 * The HTTP pool queues as well, but what waits in it cannot be aborted and its deadline would already run.
 * Whoever waits here when its signal fires leaves at once with the signal's reason.
 */
export const bounded = <In, Out>(width: number, task: Task<In, Out>): Task<In, Out> => {
  const waiting = new Set<() => void>()
  let free = width

  const enter = (signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      const quit = () => {
        waiting.delete(admit)
        reject(signal.reason)
      }
      const admit = () => {
        signal.removeEventListener('abort', quit)
        resolve()
      }
      signal.addEventListener('abort', quit, { once: true })
      waiting.add(admit)
    })

  const leave = () => {
    const [next] = waiting
    if (!next) free++
    else {
      waiting.delete(next)
      next()
    }
  }

  return async (input, signal) => {
    signal.throwIfAborted()
    if (free > 0) free--
    else await enter(signal)
    try {
      return await task(input, signal)
    } finally {
      leave()
    }
  }
}
