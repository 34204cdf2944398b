import { type ChartSpec, isLying } from './shape.ts'

/** A value of a series at a place, or the lowest or highest that is possible there; of a flow, the link at `index`. */
export type Picked = { category: string; series: string; index: number; end?: 'lowest' | 'highest' }

/** Bars side by side are picked one by one; elsewhere the whole height of a category belongs to the nearest value. */
export const isPickedByPlace = (spec: ChartSpec): boolean =>
  spec.kind !== 'flow' &&
  spec.kind !== 'scatter' &&
  spec.kind !== 'range' &&
  (spec.kind === 'line' || spec.kind === 'area' || spec.series.length === 1)

/** What lies nearest to a place in the axes' own numbers, as [horizontal, vertical]; null beside everything drawn. */
export function pickedAt(spec: ChartSpec, place: readonly number[]): Picked | null {
  const [across = 0, up = 0] = place
  const [along, height] = isLying(spec) ? [up, across] : [across, up]
  const index = Math.round(along)
  const category = spec.categories[index]
  if (category === undefined) return null
  const near = spec.series
    .map((series) => ({ name: series.name, value: series.values[index] }))
    .filter((one): one is { name: string; value: number } => typeof one.value === 'number')
    .sort((a, b) => Math.abs(a.value - height) - Math.abs(b.value - height))[0]
  return near ? { category, series: near.name, index } : null
}
