import type { Listed } from '../contract.ts'

export type Placed = Listed & { depth: number }

/** Each under what it belongs to; whose parent is not among them stands at the top. */
export function inTree(items: readonly Listed[]): Placed[] {
  const ids = new Set(items.map((one) => one.id))
  const below = (parent: string | null, depth: number): Placed[] =>
    items
      .filter((one) => (one.parentId && ids.has(one.parentId) ? one.parentId : null) === parent)
      .flatMap((one) => [{ ...one, depth }, ...below(one.id, depth + 1)])
  return below(null, 0)
}
