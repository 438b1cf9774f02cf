export interface Signals {
  /** Fires at the first signal: nothing more is begun, what is under way goes on to its end. */
  readonly drain: AbortSignal
  /** Fires at the second: everything ends now. */
  readonly signal: AbortSignal
  /** 0, or what the process then exits with: 130 for SIGINT, 143 for SIGTERM. */
  readonly code: number
  release(): void
}

const codes = { SIGINT: 130, SIGTERM: 143 } as const

/** Listens for SIGINT and SIGTERM until released, and says on stderr what a second one would do. */
export const onSignals = (process: NodeJS.Process): Signals => {
  const drain = new AbortController()
  const ending = new AbortController()
  let code = 0
  const receive = (name: NodeJS.Signals): void => {
    code = codes[name as keyof typeof codes]
    if (drain.signal.aborted) return ending.abort(new DOMException(`ended by ${name}`, 'AbortError'))
    process.stderr.write('\nautoif-stream: taking in nothing more, finishing what is under way; once more to end now\n')
    drain.abort()
  }
  for (const name of Object.keys(codes)) process.on(name, receive)
  return {
    drain: drain.signal,
    signal: ending.signal,
    get code() {
      return code
    },
    release() {
      for (const name of Object.keys(codes)) process.off(name, receive)
    },
  }
}
