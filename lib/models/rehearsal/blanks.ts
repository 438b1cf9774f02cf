import { fill, unfill } from '../../text/fill.ts'
import type { Parameter, Values } from './parameters.ts'

export type Params = Readonly<Record<string, string | number>>

/** The parameters of one family, and its templates filled and read back with them. */
export interface Blanks {
  draw(random: () => number): Params
  /** Fills templates with these parameters. */
  filler(params: Params): (template: string) => string
  /** Makes a function that tells the parameters a text was filled with, those that the template names; undefined for other texts. */
  reader(template: string): (text: string) => Params | undefined
}

export const blanks = (parameters: Readonly<Record<string, Parameter<string | number>>>): Blanks => {
  const all = Object.entries(parameters)

  const filler = (params: Params): ((template: string) => string) => {
    const known = all.filter(([name]) => params[name] !== undefined)
    const values: Values = Object.assign({}, ...known.map(([name, one]) => one.shown(name, params[name]!)))
    return template => fill(template, values)
  }

  return {
    draw: random => Object.fromEntries(all.map(([name, one]) => [name, one.draw(random)])),
    filler,
    reader: template => {
      const head = template.slice(0, template.search(/\{\{|$/))
      const named = all.filter(([name]) => template.includes(`{{${name}`))
      let take: ReturnType<typeof unfill> | undefined
      return text => {
        // Most texts are of another template, and a regular expression takes longer to make and to find out.
        if (!text.startsWith(head)) return undefined
        take ??= unfill(template)
        const values = take(text)
        if (!values) return undefined
        const params: Record<string, string | number> = {}
        for (const [name, one] of named) {
          const value = one.read(name, values)
          if (value === undefined) return undefined
          params[name] = value
        }
        // A template that repeats a blank matches more than it can write, so what was read is written again and compared.
        return filler(params)(template) === text ? params : undefined
      }
    },
  }
}
