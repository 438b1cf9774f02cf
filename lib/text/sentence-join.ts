/**
 * The prompt of a training row: a query and its instruction as one text. With either empty the other stands alone.
 *
 * `sound: false` joins as upstream's step 9: both begin with a capital, a `?` or `.` anywhere in the query saves the stop
 * between them, and the instruction always gets one. `sound: true` looks at how each of them ends, gives no second stop,
 * puts the instruction on a line of its own where a stop would become part of the query (after code, a colon, a URL),
 * and leaves first words alone that are not plain words (`iPhone`, `https://…`, `npm:x`).
 */
export const joined = (query: string, instruction: string, { sound }: { readonly sound: boolean }): string => {
  if (sound) return soundly(query.trim(), instruction.trim())
  if (query === '' || instruction === '') return query || instruction
  const between = /[?.]/.test(query) ? ' ' : '. '
  return `${capitalised(query)}${between}${capitalised(instruction)}.`
}

/** Several sentences as one text, each as `joined` puts an instruction behind a query. */
export const allJoined = (sentences: readonly string[]): string =>
  sentences.reduce((text, sentence) => joined(text, sentence, { sound: true }), '')

const soundly = (query: string, instruction: string): string => {
  const asked = sentence(query)
  if (instruction === '') return asked
  const told = sentence(instruction) + (stopped.test(instruction) || paused.test(instruction) ? '' : '.')
  if (query === '') return told
  return asked + separator(query) + told
}

// Quotes, brackets and markdown that may close behind a full stop.
const closers = `["'”’»)\\]*_\`]*`
const stopped = new RegExp(`[.!?…。！？｡؟۔।]${closers}$`, 'u')
const paused = /[:;,]$/
const wordlike = new RegExp(`[\\p{L}\\p{M}\\p{N}\\p{Sc}%+#°]${closers}$`, 'u')
const link = /:\/\/\S+$/
const plainFirstWord = /^\p{Ll}[\p{Ll}\p{M}'’-]*(?=[.,;:!?…]*(?:\s|$))/u

const separator = (query: string): string => {
  if (link.test(query) || query.endsWith('```')) return '\n'
  if (stopped.test(query)) return ' '
  return wordlike.test(query) ? '. ' : '\n'
}

const sentence = (text: string): string => (plainFirstWord.test(text) ? capitalised(text) : text)

const capitalised = (text: string): string => text.replace(/^./su, first => first.toUpperCase())
