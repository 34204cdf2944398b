import { percentile } from '../../methods/flow/index.ts'

type Stood = { stage: string; days: number; most: number | null; isOver: boolean }

/** A stay is late once it lasted longer than its stage allows; stages without a limit are never late. */
export const isLate = ({ days, most }: Pick<Stood, 'days' | 'most'>): boolean => most !== null && days > most

/** The middle of some days, or null of none. */
export const medianOf = (days: readonly number[]): number | null => percentile(days, 0.5)

/** Whether the time given is shorter than what such work needed; unknown is not short. */
export const isShort = (given: number, needed: number | null): boolean => needed !== null && given < needed

/** The whole weeks up to a day, the oldest first, by their first days. */
export function weekEdges(edges: readonly number[], perWeek = 7): number[] {
  return edges.filter((_, at) => at % perWeek === 0 || at === edges.length - 1)
}
