/** Where rows end. `write` may return nothing when there is room, or a promise to be awaited before the next row. */
export interface Sink<Row> {
  /** `raw` is the line the row came in as, present only when nothing on its way changed it. */
  write(row: Row, raw?: Uint8Array): Promise<void> | void
  /** Hands on what was gathered; called after each batch, so that a reader behind a pipe sees rows as they come. */
  flush?(): Promise<void> | void
  /** Called once, also after a failure. `complete` is false when the run did not reach its end. */
  close(complete: boolean): Promise<void> | void
}
