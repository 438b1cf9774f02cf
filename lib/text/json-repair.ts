import { jsonrepair } from 'jsonrepair'
import { strip } from './strip.ts'

// jsonrepair backtracks at quotes, in the worst case with their cube: 500 took 0.14 s, 2,000 took 5 s. Real replies had 20 to 74.
const mostQuotes = 500

/**
 * What a model meant as JSON: JSON.parse first, and where that fails an object or array with Python's True, False and None,
 * single or triple quotes, invalid escapes, raw line ends in strings, comments, missing or trailing commas is mended.
 * Undefined when it cannot be read, and for a text that stops in the middle: half a string would look like a whole one.
 */
export const repairedJson = (text: string): unknown => {
  const value = parsed(text)
  if (value !== undefined) return value
  const repaired = mended(strip(text))
  return repaired === undefined ? undefined : parsed(repaired)
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const mended = (text: string): string | undefined => {
  // jsonrepair makes a JSON string of any prose and closes whatever is open, so both ends must be brackets.
  if (!/^[{[]/.test(text) || !/[}\]]$/.test(text)) return undefined
  if (text.split(/["'`]/).length > mostQuotes) return undefined
  try {
    return jsonrepair(prepared(text))
  } catch {
    return undefined
  }
}

// What jsonrepair would get wrong: it drops the backslash of an invalid escape, so that the regular expression \d+ becomes d+,
// takes the apostrophe of 'Don't' for a quote, and refuses triple quotes and control characters.
const prepared = (text: string): string => {
  const plain = text
    .replace(
      /([:,[{]\s*)"""(.*?)"""(?=\s*[,}\]])/gs,
      (_, before: string, body: string) => before + JSON.stringify(body),
    )
    .replace(/(?<!\\)"""/g, '\\"\\"\\"')
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
  return /^[{[]\s*'/.test(plain) ? singleQuoted(plain) : doubleQuoted(plain)
}

const singleQuoted = (text: string): string => escaped(text, "'").replace(/(?<=\p{L})'(?=\p{L})/gu, "\\'")

// Where every apostrophe of a string is escaped the backslashes mean nothing; beside bare ones, as in '\'', they are code.
const doubleQuoted = (text: string): string =>
  text.replace(/"[^"\\]*(?:\\.[^"\\]*)*"/gs, string => escaped(string, /(?<!\\)'/.test(string) ? '' : "'"))

// No text holds backspaces: where the other escapes are broken, \b is a regular expression's word boundary.
const escaped = (text: string, alsoValid: string): string =>
  text.replace(/\\(u[\da-fA-F]{4}|.)/gs, (pair, char: string) =>
    char.length > 1 || `"\\/fnrt${alsoValid}`.includes(char) ? pair : `\\\\${char}`,
  )
