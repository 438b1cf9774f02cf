// A rough size of what a record keeps alive, in characters; exact bytes would cost more than they tell.
export const weigh = (value: unknown, seen = new Set<unknown>()): number => {
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null) return 8
  if (ArrayBuffer.isView(value)) return value.byteLength
  if (seen.has(value)) return 8
  seen.add(value)
  let sum = 16
  for (const part of Array.isArray(value) ? value : Object.values(value)) sum += weigh(part, seen)
  return sum
}
