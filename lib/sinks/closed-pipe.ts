const codes = new Set(['EPIPE', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_PREMATURE_CLOSE'])

/** Whether a sink failed only because nobody reads it any more (`| head -1`), which is a quiet end and no error. */
export const isClosedPipe = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.has(error.code)
