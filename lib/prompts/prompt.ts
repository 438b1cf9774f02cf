import { readFileSync } from 'node:fs'
import { fromPackage } from '../package-folder.ts'
import { fill } from '../text/fill.ts'

/** The text of `<name>.md` in this folder, placeholders unfilled. Throws when there is no such prompt. */
export const template = (name: string): string =>
  readFileSync(fromPackage('lib', 'prompts', `${name}.md`), 'utf8').trim()

/** Loads `<name>.md` once and hands back a function of its placeholders. */
export const prompt = <Name extends string>(
  name: string,
  ..._names: readonly Name[]
): ((values: Readonly<Record<Name, string>>) => string) => {
  const words = template(name)
  return values => fill(words, values)
}
