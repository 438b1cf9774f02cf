/** How often a decision was right, counted against someone who knows the truth. */
export class Audit {
  accepted = 0
  right = 0
  rightAccepted = 0

  count(accepted: boolean, right: boolean): void {
    if (accepted) this.accepted++
    if (right) this.right++
    if (accepted && right) this.rightAccepted++
  }

  /** precision: of what was accepted, the share that is right; recall: of what is right, the share that was accepted; null when there was none. */
  toJSON(): { precision: number | null; recall: number | null; accepted: number; right: number } {
    const share = (whole: number): number | null =>
      whole === 0 ? null : Number((this.rightAccepted / whole).toFixed(4))
    return { precision: share(this.accepted), recall: share(this.right), accepted: this.accepted, right: this.right }
  }
}
