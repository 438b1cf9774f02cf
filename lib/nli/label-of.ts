import { type Label, labels } from '../records/records.ts'

/**
 * The label of one pair from its logits of entailment, neutral and contradiction, in this order.
 * Softmax, percent rounded to one decimal, the largest wins, a tie goes to the earlier (upstream step 5).
 * Throws when a logit is not a finite number.
 */
export const labelOf = (logits: readonly number[]): Label => {
  if (!logits.every(Number.isFinite)) throw new Error('the model answered with something that is not a number')
  const top = Math.max(...logits)
  const weights = logits.map(logit => Math.exp(logit - top))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const percent = weights.map(weight => Math.round((weight / sum) * 1000) / 10)
  return labels[percent.indexOf(Math.max(...percent))] as Label
}
