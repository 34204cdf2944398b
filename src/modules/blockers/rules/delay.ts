/** One blocker of an item: from when to when it stood, in milliseconds; open ones without an end. */
export type Spell = { id: string; item: string; from: number; to: number | null }
/** From a moment up to another. */
type Window = { from: number; to: number }
export type Delay = ReadonlyMap<string, number>

const dayMs = 86_400_000

/**
 * The days that each blocker took from its item within a window. Where an item is blocked by several at once, they share
 * the time evenly: the days of all together are the days that items stood blocked, however many said why.
 */
export function delayOf(spells: readonly Spell[], window: Window): Delay {
  const byItem = new Map<string, { id: string; from: number; to: number }[]>()
  for (const { id, item, from, to } of spells) {
    const cut = { id, from: Math.max(from, window.from), to: Math.min(to ?? window.to, window.to) }
    if (cut.to > cut.from) byItem.set(item, [...(byItem.get(item) ?? []), cut])
  }
  const days = new Map<string, number>()
  for (const own of byItem.values()) shareOut(own, days)
  return days
}

function shareOut(own: { id: string; from: number; to: number }[], days: Map<string, number>): void {
  const edges = [...new Set(own.flatMap((one) => [one.from, one.to]))].sort((a, b) => a - b)
  for (const [at, from] of edges.slice(0, -1).entries()) {
    const to = edges[at + 1]!
    const here = own.filter((one) => one.from <= from && one.to >= to)
    for (const { id } of here) days.set(id, (days.get(id) ?? 0) + (to - from) / dayMs / here.length)
  }
}
