import { integer } from '../random.ts'
import type { Args } from './args.ts'
import type { Placeholder, Placeholders } from './placeholders.ts'

/** Values of those placeholders that have stated values or a stated range, drawn. */
export const drawnFrom = (placeholders: Placeholders, random: () => number): Args => {
  const drawn = Object.entries(placeholders).flatMap(([name, { values, min, max }]) => {
    if (values) return [[name, values[integer(random, values.length)]]]
    return min !== undefined && max !== undefined ? [[name, min + integer(random, max - min + 1)]] : []
  })
  return Object.fromEntries(drawn)
}

/** Placeholders that nobody has a value for yet. */
export type Open = readonly (readonly [name: string, placeholder: Placeholder])[]

/** The values that a reply has for all of them, each of its kind and like the example's; undefined when one is missing. */
export const chosenFrom = (reply: Args | undefined, open: Open, example: Args): Args | undefined => {
  const found = open.map(([name, { type }]) => [name, valueFor(reply?.[name], type, example[name])] as const)
  return found.every(([, value]) => value !== undefined) ? Object.fromEntries(found) : undefined
}

// The functions were written for values like those in their cases, so a text becomes a list, and a list a text, as there.
const valueFor = (value: unknown, type: Placeholder['type'], like: unknown): unknown => {
  if (type === 'numeric') {
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
    return Number.isFinite(number) ? number : undefined
  }
  const texts = (Array.isArray(value) ? value : [value]).map(one => (typeof one === 'string' ? one.trim() : ''))
  if (texts.length === 0 || texts.includes('')) return undefined
  return Array.isArray(like) ? texts : Array.isArray(value) && like === undefined ? texts : texts.join(', ')
}
