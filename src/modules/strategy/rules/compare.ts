import { diffArrays } from 'diff'
import type { Line } from '../things/vision.ts'

/** Beyond so many lines that went or came, two texts have so little in common that nobody compares them. */
const most = 700

/** Two texts line by line: the longest they have in common stays; texts that share little stand one after the other. */
export function compared(before: readonly string[], after: readonly string[]): Line[] {
  const found = diffArrays([...before], [...after], { maxEditLength: most })
  const line = (state: Line['state']) => (text: string) => ({ state, text })
  if (!found) return [...before.map(line('removed')), ...after.map(line('added'))]
  return found.flatMap(({ added, removed, value }) =>
    value.map(line(removed ? 'removed' : added ? 'added' : 'same')),
  )
}
