import type { Scored } from './scores.ts'

export type Ranked<T> = { item: T; rank: number | null; score: Scored }

/**
 * Items by score, the greatest first. Equal scores share a rank and stay in the order they came; those without a score
 * stand at the end without a rank, with their reason.
 */
export function rank<T>(items: readonly T[], score: (item: T) => Scored): Ranked<T>[] {
  const scored = items.map((item) => ({ item, score: score(item) }))
  const known = scored
    .filter((one) => one.score.value !== null)
    .sort((a, b) => b.score.value! - a.score.value!)
  const ranked: Ranked<T>[] = []
  for (const one of known) {
    const before = ranked.at(-1)
    const isEqual = before?.score.value === one.score.value
    ranked.push({ ...one, rank: isEqual ? before!.rank : ranked.length + 1 })
  }
  const unknown = scored.filter((one) => one.score.value === null)
  return [...ranked, ...unknown.map((one) => ({ ...one, rank: null }))]
}
