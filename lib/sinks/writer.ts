import type { Writable } from 'node:stream'
import { isClosedPipe } from './closed-pipe.ts'
import { unwritable } from './unwritable.ts'

export interface Writer {
  /** Nothing when there is room for more, or a promise to be awaited first. Rejects once the writable has failed. */
  send(chunk: Uint8Array): Promise<void> | void
  /** Resolves when all that was sent has been taken. */
  settled(): Promise<void>
}

const closed = (name: string): Error =>
  Object.assign(new Error(`${name} was closed`), { code: 'ERR_STREAM_PREMATURE_CLOSE' })

/**
 * Writes to a stream that somebody else opened and will close, with its backpressure honoured and its errors as
 * rejections, never as an uncaught `error` event: a closed pipe as it is (see `isClosedPipe`), all else as AUTOIF_SINK.
 */
export const writer = (writable: Writable, name: string): Writer => {
  let failure: Error | undefined
  let underway = 0
  let room: PromiseWithResolvers<void> | undefined
  let quiet: PromiseWithResolvers<void> | undefined

  const fail = (error: Error): void => {
    failure ??= isClosedPipe(error) ? error : unwritable(name, error)
    room?.reject(failure)
    quiet?.reject(failure)
  }

  writable.on('error', fail)
  writable.on('close', () => fail(closed(name)))
  writable.on('drain', () => {
    room?.resolve()
    room = undefined
  })

  return {
    send(chunk) {
      if (failure) return Promise.reject(failure)
      underway++
      const more = writable.write(chunk, error => {
        underway--
        if (error) fail(error)
        else if (underway === 0) quiet?.resolve()
      })
      if (more) return undefined
      room ??= Promise.withResolvers()
      return room.promise
    },
    async settled() {
      if (failure) throw failure
      if (underway === 0) return
      quiet ??= Promise.withResolvers()
      await quiet.promise
    },
  }
}
