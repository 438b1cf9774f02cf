import { tokensInAnyScript } from '../text/any-script.ts'
import { normalised } from '../text/normalised.ts'
import { fMeasure, rougeLAgainst, type TokenIds, vocabulary } from '../text/rouge-l.ts'

export interface InstructionPoolOptions {
  /**
   * ROUGE-L F1 above which two instructions count as the same, in 0..1; exactly at it they are different.
   * 0.7 is Self-Instruct's; with 1 only exact duplicates are the same.
   */
  readonly above: number
}

/** A known instruction and how near it is to the text asked about, in 0..1; 1 for an exact duplicate. */
export interface Near {
  readonly score: number
  readonly text: string
}

/** All instructions known so far. */
export interface InstructionPool {
  readonly size: number
  /** Makes a text known. Whether it is new is for the caller to ask first. */
  add(text: string): void
  /**
   * The known instruction too near to this text: the same but for case and white space, or the one with the highest
   * ROUGE-L F1 above the threshold, the older of equals. Undefined when the text is new.
   */
  nearest(text: string): Near | undefined
}

interface Known {
  readonly order: number
  readonly text: string
  readonly ids: TokenIds
}

/** An empty pool. Memory grows by what is added, and by the words of what is asked about. */
export const instructionPool = ({ above }: InstructionPoolOptions): InstructionPool => {
  const ids = vocabulary()
  const read = (text: string): TokenIds => ids(tokensInAnyScript(text))
  const exact = new Map<string, string>()
  const byLength = new Map<number, Known[]>()
  let size = 0

  const near = (text: string): Near | undefined => {
    const asked = read(text)
    const score = rougeLAgainst(asked)
    let best: { score: number; known?: Known } = { score: above }
    for (const [length, group] of byLength) {
      // The shorter text can at most be contained in the longer one.
      const ceiling = fMeasure(Math.min(length, asked.length), asked.length, length)
      if (ceiling <= above || ceiling < best.score) continue
      for (const known of group) {
        const found = score(known.ids)
        if (found > best.score || (found === best.score && best.known && known.order < best.known.order)) {
          best = { score: found, known }
        }
      }
    }
    return best.known && { score: best.score, text: best.known.text }
  }

  return {
    get size() {
      return size
    },
    add(text) {
      const known = { order: size++, text, ids: read(text) }
      const group = byLength.get(known.ids.length)
      if (group) group.push(known)
      else byLength.set(known.ids.length, [known])
      const key = normalised(text)
      if (!exact.has(key)) exact.set(key, text)
    },
    nearest(text) {
      const same = exact.get(normalised(text))
      return same === undefined ? near(text) : { score: 1, text: same }
    },
  }
}
