import type { Line } from '../things/vision.ts'

/** What was taken out and what was put in, line by line: the longest common subsequence stays. */
export function compared(before: readonly string[], after: readonly string[]): Line[] {
  const kept = longestFrom(before, after)
  const lines: Line[] = []
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      lines.push({ state: 'same', text: before[i]! })
      i += 1
      j += 1
    } else if (j >= after.length || (i < before.length && kept[i + 1]![j]! >= kept[i]![j + 1]!)) {
      lines.push({ state: 'removed', text: before[i]! })
      i += 1
    } else {
      lines.push({ state: 'added', text: after[j]! })
      j += 1
    }
  }
  return lines
}

/** How many lines both have in common from each place on. */
function longestFrom(before: readonly string[], after: readonly string[]): number[][] {
  const table = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0))
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1)
      table[i]![j] =
        before[i] === after[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!)
  return table
}
