/** What has been asked and paid for so far. Tokens are those the server names; servers that name none count as 0. */
export interface Usage {
  /** HTTP requests sent, repeats included. */
  readonly requests: number
  /** How many of them were repeats. */
  readonly retries: number
  readonly promptTokens: number
  readonly completionTokens: number
}

export interface Tally {
  /** Live: shows the counts of the moment it is read. */
  readonly usage: Usage
  sent(): void
  repeated(): void
  /** Adds the `usage` of a chat completion's body. */
  answered(body: unknown): void
}

const tokens = (body: unknown, field: string): number => {
  const count = (body as { usage?: Record<string, unknown> | null } | null)?.usage?.[field]
  return typeof count === 'number' && count >= 0 ? count : 0
}

export const openTally = (): Tally => {
  const usage = { requests: 0, retries: 0, promptTokens: 0, completionTokens: 0 }
  return {
    usage,
    sent: () => {
      usage.requests++
    },
    repeated: () => {
      usage.retries++
    },
    answered: body => {
      usage.promptTokens += tokens(body, 'prompt_tokens')
      usage.completionTokens += tokens(body, 'completion_tokens')
    },
  }
}
