import { Tokenizer } from '@huggingface/tokenizers'

/** One pair as the model wants it: token ids with the special tokens around and between, and each token's segment (0 or 1). */
export interface Encoded {
  readonly ids: readonly number[]
  readonly types: readonly number[]
}

export interface PairTokenizer {
  /** The id that fills rows up to the length of the longest. */
  readonly pad: number
  encode(premise: string, hypothesis: string): Encoded
}

// What is used of the package; its own types are `any` under nodenext, for they import without extensions.
interface Hub {
  encode(
    text: string,
    options: { text_pair?: string; add_special_tokens?: boolean; return_token_type_ids?: boolean },
  ): { ids: number[]; token_type_ids?: number[] }
  token_to_id(token: string): number | undefined
}

/** Tokens of a pair at most: the usual training length, for exports that carry 1e30 as their `model_max_length`. */
const longest = 512

/**
 * How many tokens of each side are kept so that both fit into `budget`: the longer side gives way first, as with
 * `truncation=True` in Python (the LongestFirst rule).
 */
export const fitted = (premise: number, hypothesis: number, budget: number): [number, number] => {
  if (premise + hypothesis <= budget) return [premise, hypothesis]
  const shorter = Math.min(premise, hypothesis, Math.floor(budget / 2))
  return premise > hypothesis ? [budget - shorter, shorter] : [shorter, budget - shorter]
}

const padOf = (config: Record<string, unknown>): string => {
  const token = config.pad_token
  const content = typeof token === 'object' && token !== null && 'content' in token ? token.content : token
  return typeof content === 'string' ? content : '[PAD]'
}

const startOf = (part: readonly number[], within: readonly number[], from: number): number => {
  const at = within.findIndex((_, start) => start >= from && part.every((id, offset) => within[start + offset] === id))
  if (at < 0) throw new Error('tokenizer.json has no template for a pair of texts')
  return at
}

/**
 * Makes pairs into ids by the parsed `tokenizer.json` and `tokenizer_config.json` (`{}` where a model has none).
 * Pairs are cut to the config's `model_max_length`, at most 512 tokens. Throws when the tokenizer knows no pairs.
 */
export const pairTokenizer = (tokenizer: object, config: Record<string, unknown>): PairTokenizer => {
  const hub = new Tokenizer(tokenizer, config) as Hub
  const limit = Math.min(Number(config.model_max_length ?? longest), longest)
  // The package takes an empty `text_pair` for none, so each side is encoded alone and put into the template here.
  const side = (text: string): number[] => (text === '' ? [] : hub.encode(text, { add_special_tokens: false }).ids)

  // The template is learnt from the tokenizer itself: not every model says [CLS] a [SEP] b [SEP].
  const { ids, token_type_ids = ids.map(() => 0) } = hub.encode('a', { text_pair: 'b', return_token_type_ids: true })
  const [a, b] = [side('a'), side('b')]
  const first = startOf(a, ids, 0)
  const second = startOf(b, ids, first + a.length)
  const frame = <T>(all: readonly T[], left: readonly T[], right: readonly T[]): T[] => [
    ...all.slice(0, first),
    ...left,
    ...all.slice(first + a.length, second),
    ...right,
    ...all.slice(second + b.length),
  ]
  const budget = Math.max(0, limit - frame(ids, [], []).length)

  return {
    pad: hub.token_to_id(padOf(config)) ?? 0,
    encode: (premise, hypothesis) => {
      const [whole, other] = [side(premise), side(hypothesis)]
      const [keep, keepOther] = fitted(whole.length, other.length, budget)
      const [left, right] = [whole.slice(0, keep), other.slice(0, keepOther)]
      const typed = (part: readonly number[], like: number): number[] => part.map(() => token_type_ids[like] ?? 0)
      return {
        ids: frame(ids, left, right),
        types: frame(token_type_ids, typed(left, first), typed(right, second)),
      }
    },
  }
}
