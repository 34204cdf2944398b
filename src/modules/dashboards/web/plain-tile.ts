import type { Tile } from '../contract.ts'

/** A metric in one view, as a page about it shows it. */
export const plainTile = (metric: string, view: Tile['view'], by: string | null = null): Tile => ({
  id: `${metric}-${view}`,
  metric,
  view,
  by,
  title: null,
  grain: null,
  where: [],
  size: 1,
})
