import type { Compared, ComparedAnswer, ComparedToken } from '../models/compared.ts'
import { escaped } from './hypertext.ts'

/** A number with its sign and two places behind the point. */
export const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`

const plain = (value: number): string => value.toFixed(2).replace('-', '−')

// Shades on each side, and the nats at which the darkest begins: e times as probable is a great deal for one token.
const shades = 4
const strong = 1

/** The class that colours a token: `u1` to `u4` where the policy likes it better, `d1` to `d4` where the reference does, '' for neither. */
export const shade = (difference: number): string => {
  const step = Math.min(shades, Math.round((Math.abs(difference) / strong) * shades))
  return step === 0 || Number.isNaN(step) ? '' : `${difference > 0 ? 'u' : 'd'}${step}`
}

const token = ({ text, policy, reference }: ComparedToken): string => {
  const kind = shade(policy - reference)
  const title = `${signed(policy - reference)}: policy ${plain(policy)}, reference ${plain(reference)}`
  return `<span${kind && ` class="${kind}"`} title="${title}">${escaped(text)}</span>`
}

const answer = (name: string, text: string, compared: ComparedAnswer): string => {
  const { policy, reference, gain, count, tokens } = compared
  const each = count > 0 ? `, ${signed(gain / count)} a token` : ''
  const shown = tokens ? tokens.map(token).join('') : escaped(text)
  const uncut = tokens
    ? ''
    : '<p class="note">The models cut this text into different tokens, so only the sums compare.</p>'
  return `<section><h3>${name} <b>${signed(gain)}</b></h3><p class="sums">policy ${plain(policy)}, reference ${plain(reference)}, ${count} tokens${each}</p>${uncut}<pre dir="auto">${shown}</pre></section>`
}

/** One pair as HTML: the prompt, and both answers with their tokens coloured by how much likelier the policy finds them. */
export const policyRow = ({ prompt, chosen, rejected, of, margin }: Compared, number: number): string =>
  `<article><h2>${number} <b>${signed(margin)}</b></h2><pre class="prompt" dir="auto">${escaped(prompt)}</pre><div>${answer('chosen', chosen, of.chosen)}${answer('rejected', rejected, of.rejected)}</div></article>`
