import { AutoifError } from '../errors.ts'

/**
 * The key without the blanks and line end a file gives it; undefined when nothing is left.
 * Throws AUTOIF_USAGE, without showing the key, when it cannot stand in an HTTP header.
 */
export const readApiKey = (text: string | undefined): string | undefined => {
  const key = text?.trim()
  if (!key) return undefined
  if (/^[\x21-\x7e]+$/.test(key)) return key
  throw new AutoifError('AUTOIF_USAGE', 'the API key has characters that no key can have', {
    hint: 'Look for a line break, a blank or a quotation mark in OPENAI_API_KEY or in the file given as --api-key-file.',
  })
}
