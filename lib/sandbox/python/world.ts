/**
 * Gives a bare isolate what Pyodide's JavaScript expects of any world, and puts that world at Greenwich. It travels into the
 * isolate as its own source text, so it may use nothing from this file. To be called once, before `stillness`.
 */
export const world = (): void => {
  const here = globalThis as unknown as Record<string, unknown>
  const { fromCharCode } = String

  const bytesOf = (text: string): Uint8Array => {
    const narrow = unescape(encodeURIComponent(text.toWellFormed()))
    return Uint8Array.from(narrow, letter => letter.charCodeAt(0))
  }
  // V8 refuses a call with more arguments than the stack holds.
  const lettersOf = (codes: Uint8Array | Uint16Array): string => {
    let text = ''
    for (let at = 0; at < codes.length; at += 8192) text += fromCharCode.apply(null, [...codes.subarray(at, at + 8192)])
    return text
  }
  const textOf = (bytes: Uint8Array): string => {
    const narrow = lettersOf(bytes)
    try {
      return decodeURIComponent(escape(narrow))
    } catch {
      return narrow.replace(/[\x80-\xff]/g, '\ufffd')
    }
  }

  here.TextEncoder = class {
    encode(text = ''): Uint8Array {
      return bytesOf(text)
    }
    encodeInto(text: string, into: Uint8Array): { read: number; written: number } {
      const bytes = bytesOf(text)
      into.set(bytes)
      return { read: text.length, written: bytes.length }
    }
  }
  here.TextDecoder = class {
    readonly #wide: boolean
    constructor(label = 'utf-8') {
      this.#wide = label.startsWith('utf-16')
    }
    decode(of?: ArrayBuffer | ArrayBufferView): string {
      if (!of) return ''
      const bytes =
        of instanceof ArrayBuffer ? new Uint8Array(of) : new Uint8Array(of.buffer, of.byteOffset, of.byteLength)
      return this.#wide ? lettersOf(new Uint16Array(bytes.slice(0, bytes.length & ~1).buffer)) : textOf(bytes)
    }
  }

  // No clock runs and nothing happens later: what one call begins must not go on in the next.
  here.performance = { now: () => 0 }
  for (const name of ['setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval', 'clearImmediate'])
    here[name] = () => 0

  const Local = Date
  here.Date = class extends Local {
    constructor(...given: number[]) {
      if (given.length > 1) super(Local.UTC(...(given as [number, number])))
      else super(...(given as []))
    }
  }
  const dates = Local.prototype as unknown as Record<string, unknown>
  for (const part of ['Date', 'Day', 'FullYear', 'Hours', 'Milliseconds', 'Minutes', 'Month', 'Seconds'])
    dates[`get${part}`] = dates[`getUTC${part}`]
  dates.getTimezoneOffset = () => 0
}
