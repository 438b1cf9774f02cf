export interface Following {
  readonly signal: AbortSignal
  abort(reason: unknown): void
  /** Lets go of the signal that is followed; to be called once the work is over. */
  release(): void
}

/**
 * A signal of one's own that also fires when `parent` does. AbortSignal.any would do the same but cannot be let go of,
 * and AbortSignal.timeout keeps its timer when the work is over: under a run's one long-lived signal, with a long
 * deadline on each of a thousand requests a second, both pile up.
 */
export const following = (parent: AbortSignal | undefined): Following => {
  const controller = new AbortController()
  const follow = () => controller.abort(parent?.reason)
  if (parent?.aborted) follow()
  else parent?.addEventListener('abort', follow, { once: true })
  return {
    signal: controller.signal,
    abort: reason => controller.abort(reason),
    release: () => parent?.removeEventListener('abort', follow),
  }
}
