import { integer } from '../../random.ts'
import type { Language } from './family.ts'

interface Wardrobe {
  /** What the argument may be called; the first is what the families call it, the others stand in none of their sources. */
  readonly names: readonly [string, string]
  /** Lines to put under the head of the function. */
  readonly remarks: readonly string[]
}

const wardrobes: Readonly<Record<Language, Wardrobe>> = {
  javascript: {
    names: ['response', 'input'],
    remarks: ['', '  // Only the form of the answer counts here.\n', '  // True when the instruction was followed.\n'],
  },
  python: {
    names: ['response', 'input_text'],
    remarks: [
      '',
      '    # Only the form of the answer counts here.\n',
      '    # True when the instruction was followed.\n',
    ],
  },
}

// In Python imports and other functions may stand before the head.
const head = /^(?:function|def) evaluate\((\w*).*\n/m

const wardrobeFor = (code: string): Wardrobe => wardrobes[/^def /m.test(code) ? 'python' : 'javascript']

const renamed = (code: string, from: string, to: string): string =>
  code.replaceAll(new RegExp(`\\b${from}\\b`, 'g'), to)

/** A function as one of several authors would hand it in: with another name for its argument, with a remark. */
export const dress = (code: string, random: () => number): string => {
  const { names, remarks } = wardrobeFor(code)
  const named = renamed(code, names[0], names[integer(random, names.length)] as string)
  const remark = remarks[integer(random, remarks.length)] as string
  return named.replace(head, line => line + remark)
}

/** Undoes `dress`; other code comes back without the white space around it. */
export const undress = (code: string): string => {
  const trimmed = code.trim()
  const { names, remarks } = wardrobeFor(trimmed)
  const bare = remarks.reduce((text, remark) => text.replace(remark, ''), trimmed)
  return head.exec(bare)?.[1] === names[1] ? renamed(bare, names[1], names[0]) : bare
}
