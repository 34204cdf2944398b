import type { Unit } from '../format/figure.ts'
import { t } from '../messages/index.ts'

export type Drawn = Record<string, unknown>
export type Fan = { low80: number; high80: number; low95: number; high95: number }
export type Series = {
  name: string
  values: (number | null)[]
  /** The one that matters; the others step back into grey. */
  isAccent?: boolean
  /** Drawn dashed. */
  isForecast?: boolean
  /** In step with `values`; null where nothing is forecast. */
  fan?: (Fan | null)[]
  /** The 95 % interval of what was measured, in step with `values`. */
  band?: ([number, number] | null)[]
  /** Lowest and highest that is possible, in step with `values`: what a `range` spans. */
  ends?: ([number, number] | null)[]
}
/** From one category to another, both by their place. */
export type Link = { from: number; to: number; value: number }
export type ChartKind = 'line' | 'bar' | 'stacked' | 'funnel' | 'area' | 'range' | 'flow' | 'scatter'
export type ChartSpec = {
  kind: ChartKind
  categories: string[]
  series: Series[]
  unit: Unit
  currency?: string
  /** The one category to stress. */
  accent?: string
  /** A line starts at zero as bars do: for shares. */
  isFromZero?: boolean
  /** The last category still runs: a line goes there dashed, and its name says “so far”. */
  isSoFar?: boolean
  target?: { value: number; label?: string }
  /** Upright lines of a `line` at categories, by their place, and what they are called. */
  marks?: { at: number; label: string }[]
  /** Bars lie down when their names are long; this decides instead. */
  isHorizontal?: boolean
  /** What a `scatter` draws from left to right, in step with the values of its one series. */
  across?: { name: string; unit: Unit; values: (number | null)[] }
  /** Names the line of a `scatter` on which both are equal. */
  evenLine?: string
  /** What has to be said beside each category of a `range`, and on the card of a point of a `scatter`. */
  remarks?: string[]
  /** The column of each category of a `flow`, from 0. */
  layers?: number[]
  /** What a `flow` draws between its categories; they may not lead back. */
  links?: Link[]
}
export type Palette = {
  ink: string
  muted: string
  line: string
  surface: string
  accent: string
  context: string
  colours: string[]
}

/** The theme's colours, for a canvas that cannot read CSS variables. */
export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement)
  const get = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    ink: get('ink'),
    muted: get('ink-3'),
    line: get('line'),
    surface: get('surface'),
    accent: get('chart-accent'),
    context: get('chart-context'),
    colours: ['chart-accent', 'chart-2', 'chart-3', 'chart-4', 'chart-5', 'chart-6'].map(get),
  }
}

/** What a category is called in words: the running one says so. */
export const nameOf = ({ categories, isSoFar }: ChartSpec, at: number): string =>
  isSoFar && at === categories.length - 1
    ? t('chart.soFar', { category: categories[at] ?? '' })
    : (categories[at] ?? '')

export const isLine = (spec: ChartSpec): boolean => spec.kind === 'line' || spec.kind === 'area'

export const isLying = (spec: ChartSpec): boolean =>
  spec.kind === 'funnel' ||
  spec.kind === 'range' ||
  (spec.kind === 'bar' && (spec.isHorizontal ?? spec.categories.some((name) => name.length > 14)))

/** Does a category of a `scatter` have both its values? */
export const isPoint = ({ across, series }: ChartSpec, at: number): boolean =>
  typeof across?.values[at] === 'number' && typeof series[0]?.values[at] === 'number'

/** Nothing at all, which is not the same as zeros. */
export const isBare = (spec: ChartSpec): boolean =>
  spec.categories.length === 0 ||
  (spec.kind === 'flow'
    ? !spec.links?.length
    : spec.kind === 'scatter'
      ? !spec.categories.some((_, at) => isPoint(spec, at))
      : spec.series.every((series) => series.values.every((value) => value === null)))

/** One accent, the rest grey; without an accent each series has its own colour. */
export function colourOf(spec: ChartSpec, index: number, palette: Palette): string {
  const hasAccent = spec.kind !== 'range' && spec.series.some((series) => series.isAccent)
  if (hasAccent) return spec.series[index]?.isAccent ? palette.accent : palette.context
  return palette.colours[index % palette.colours.length] ?? palette.accent
}
