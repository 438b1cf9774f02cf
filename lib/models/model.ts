export interface Asking {
  /** How many replies are wanted; 1 unless told. */
  readonly n?: number
  readonly temperature?: number
  readonly topP?: number
  /** Tokens a reply may have. */
  readonly maxTokens?: number
  /** Drawn by the stage from the record's id, so that the same record always asks the same question. */
  readonly seed?: number
  readonly signal?: AbortSignal
}

/** Whoever answers. Stages know this face only; undici, retries and the rehearsal live behind it. */
export interface Model {
  /** What rows made with it say under `model`. */
  readonly name: string
  /** How many asks may be open at once. */
  readonly lanes: number
  /**
   * The texts of `n` replies to one user message.
   * Throws AUTOIF_MODEL when this one request stays unanswered after all retries,
   * AUTOIF_ENDPOINT when no request could be answered (unreachable, wrong key, unknown model).
   */
  ask(prompt: string, asking?: Asking): Promise<readonly string[]>
}
