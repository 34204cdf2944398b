export const views = ['figure', 'trend', 'breakdown', 'table'] as const
export type View = (typeof views)[number]
export const whoms = ['nobody', 'everybody', 'roles'] as const
export type Whom = (typeof whoms)[number]

export const viewTitles: Record<View, string> = {
  figure: 'Figure',
  trend: 'Trend',
  breakdown: 'Breakdown',
  table: 'Table',
}

type Known = { title: string; dimensions: readonly string[] }
type Said = {
  id?: string | undefined
  metric: string
  title: string | null
  view: View
  by: string | null
  where: { dimension: string }[]
}

const needsDimension = (view: View): boolean => view === 'breakdown' || view === 'table'

/** Why a tile cannot be shown; null when it can. */
export function whyNotTile(tile: Said, metric: Known | undefined): string | null {
  if (!metric) return `There is no metric “${tile.metric}”.`
  if (needsDimension(tile.view) && !tile.by)
    return `Say what ${metric.title} is broken down by: ${words(metric.dimensions)}.`
  const asked = [...(tile.by ? [tile.by] : []), ...tile.where.map((one) => one.dimension)]
  const unknown = asked.find((name) => !metric.dimensions.includes(name))
  if (unknown === undefined) return null
  return `${metric.title} has no dimension “${unknown}”. It has ${words(metric.dimensions)}.`
}

const words = (names: readonly string[]): string => names.join(', ') || 'none'

/** The tiles with one moved by so many places, as far as there are places. */
export function moved<T extends { id: string }>(tiles: readonly T[], id: string, by: number): T[] {
  const from = tiles.findIndex((one) => one.id === id)
  const tile = tiles[from]
  if (!tile) return [...tiles]
  const to = Math.max(0, Math.min(tiles.length - 1, from + by))
  const others = tiles.filter((one) => one.id !== id)
  return [...others.slice(0, to), tile, ...others.slice(to)]
}

type Before<T> = { name: string; description: string; tiles: readonly T[] }

/** What a change did, for the feed: the first of several. */
export function whatChanged<T extends { id: string }>(
  before: Before<T>,
  after: Before<T>,
  titleOf: (tile: T) => string,
): string {
  if (before.name !== after.name) return `renamed from ${before.name}`
  if (before.description !== after.description) return 'described anew'
  const had = new Map(before.tiles.map((one) => [one.id, one]))
  const added = after.tiles.find((one) => !had.has(one.id))
  if (added) return `added ${titleOf(added)}`
  const gone = before.tiles.find((one) => !after.tiles.some((other) => other.id === one.id))
  if (gone) return `removed ${titleOf(gone)}`
  const edited = after.tiles.find((one) => JSON.stringify(one) !== JSON.stringify(had.get(one.id)))
  return edited ? `changed ${titleOf(edited)}` : 'moved tiles'
}

/** The steps in which a trend of these days is read: a dozen points, more or less. */
export function grainFor(
  from: string | undefined,
  to: string | undefined,
): 'day' | 'week' | 'month' | 'quarter' {
  if (!from || !to) return 'quarter'
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1
  if (days <= 14) return 'day'
  if (days <= 190) return 'week'
  return days <= 1100 ? 'month' : 'quarter'
}
