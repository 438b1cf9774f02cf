/** A queue in which every owner has a line of its own and the lines take turns, so that a long one keeps nobody waiting. */
export const fairQueue = <Owner, Item>() => {
  // A Map remembers the order of insertion: whoever was served goes to the end.
  const lines = new Map<Owner, Item[]>()
  return {
    get empty(): boolean {
      return lines.size === 0
    },
    add(owner: Owner, item: Item): void {
      const line = lines.get(owner)
      if (line) line.push(item)
      else lines.set(owner, [item])
    },
    take(): Item | undefined {
      const [first] = lines
      if (!first) return undefined
      const [owner, line] = first
      lines.delete(owner)
      const item = line.shift()
      if (line.length > 0) lines.set(owner, line)
      return item
    },
    /** Forgets an owner; hands back what was waiting. */
    drop(owner: Owner): readonly Item[] {
      const line = lines.get(owner) ?? []
      lines.delete(owner)
      return line
    },
  }
}
