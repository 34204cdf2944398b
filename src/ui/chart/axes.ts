import { figure } from '../format/figure.ts'
import { type ChartSpec, type Drawn, isLine, isLying, type Palette } from './shape.ts'

export const font = '"Inter Variable", system-ui, sans-serif'
export const perLetter = 6.6

/** What every kind of chart shares: calm movement and our type. */
export const basis = (palette: Palette, isCalm: boolean): Drawn => ({
  animation: !isCalm,
  animationDuration: 150,
  animationDurationUpdate: 150,
  textStyle: { fontFamily: font, fontSize: 12, color: palette.muted },
})

/** A handful of bars all keep their names, on two lines if need be. */
const fewBars = (spec: ChartSpec) =>
  isLine(spec) || spec.categories.length > 8
    ? {}
    : { interval: 0, hideOverlap: false, width: 62, overflow: 'break' }

export const categoryAxis = (spec: ChartSpec, palette: Palette) => ({
  type: 'category',
  data: spec.categories,
  inverse: isLying(spec),
  boundaryGap: !isLine(spec),
  axisTick: { show: false },
  axisLine: { show: !isLying(spec), lineStyle: { color: palette.line } },
  axisLabel: {
    color: palette.muted,
    hideOverlap: true,
    ...(isLying(spec) ? { width: 160, overflow: 'truncate', color: palette.ink } : fewBars(spec)),
  },
})

export const valueAxis = (spec: ChartSpec, palette: Palette) => ({
  type: 'value',
  // Bars start at zero, or their lengths lie; a line may show its range.
  scale: spec.kind === 'line' && !spec.isFromZero,
  show: spec.kind !== 'funnel',
  splitNumber: 4,
  max: spec.kind === 'funnel' ? 'dataMax' : isShareOfAll(spec) ? 1 : undefined,
  interval: isShareOfAll(spec) ? 0.25 : undefined,
  axisLine: { show: false },
  splitLine: { lineStyle: { color: palette.line } },
  axisLabel: {
    color: palette.muted,
    hideOverlap: true,
    formatter: (value: number) => figure(value, spec.unit, spec.currency, { compact: true }),
  },
})

/** Shares that come near to all of it end at 100 %, not beyond. */
function isShareOfAll(spec: ChartSpec): boolean {
  const values = spec.series.flatMap(({ values, ends }) => [
    ...values.map((value) => value ?? 0),
    ...(ends ?? []).map((pair) => pair?.[1] ?? 0),
  ])
  const most = Math.max(0, ...values)
  return spec.unit === 'ratio' && most > 0.75 && most <= 1
}
