import { integer } from '../../random.ts'

// No family's source says `input`, so the name can be put in and taken out again.
const names = ['response', 'input'] as const
const remarks = [
  '',
  '  // Only the form of the answer counts here.\n',
  '  // True when the instruction was followed.\n',
] as const

const renamed = (code: string, from: string, to: string): string =>
  code.replaceAll(new RegExp(`\\b${from}\\b`, 'g'), to)

/** A function as one of several authors would hand it in: with another name for its argument, with a remark. */
export const dress = (code: string, random: () => number): string => {
  const [head = '', ...body] = renamed(code, 'response', names[integer(random, names.length)]!).split('\n')
  return `${head}\n${remarks[integer(random, remarks.length)]}${body.join('\n')}`
}

/** Undoes `dress`; other code comes back without the white space around it. */
export const undress = (code: string): string => {
  const bare = remarks.reduce<string>((text, remark) => text.replace(remark, ''), code.trim())
  return bare.startsWith('function evaluate(input)') ? renamed(bare, 'input', 'response') : bare
}
