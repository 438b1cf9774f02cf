import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { AutoifError } from '../errors.ts'
import { knobFlags } from './flags/knob-flags.ts'
import { settingFlags } from './flags/setting-flags.ts'

/**
 * Options from a YAML or JSON file (JSON is YAML), named as the flags without their dashes.
 * Throws AUTOIF_USAGE when the file cannot be read, is not a mapping, or names an option that does not exist.
 */
export const configFile = (path: string): Readonly<Record<string, unknown>> => {
  let read: unknown
  try {
    read = parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new AutoifError(
      'AUTOIF_USAGE',
      `cannot read the config file ${path}: ${(cause as Error).message.split('\n')[0]}`,
      { cause },
    )
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) {
    throw new AutoifError('AUTOIF_USAGE', `the config file ${path} does not hold options`, {
      hint: 'Write one option a line, such as `model: rehearsal`.',
    })
  }
  const known = new Set([...settingFlags, ...knobFlags].map(({ flag }) => flag.replace(/^no-/, '')))
  const unknown = Object.keys(read).find(name => !known.has(name))
  if (unknown !== undefined) {
    const plain = unknown.replace(/^no-/, '')
    const off = plain !== unknown && known.has(plain)
    throw new AutoifError('AUTOIF_USAGE', `the config file ${path} names an unknown option: ${unknown}`, {
      hint: off
        ? `Write \`${plain}: false\`.`
        : 'Options are named as the flags in autoif-stream --help, without the dashes.',
    })
  }
  return read as Record<string, unknown>
}
