import { figure } from '../format/figure.ts'
import { percent } from '../format/number.ts'
import { t } from '../messages/index.ts'
import { basis, categoryAxis, perLetter, valueAxis } from './axes.ts'
import { bandSeries, fanSeries } from './fan.ts'
import { type ChartSpec, colourOf, type Drawn, isLine, isLying, type Palette, type Series } from './shape.ts'

/** The chart as ECharts wants it; the tooltip is added where there is a page. */
export function toOption(spec: ChartSpec, palette: Palette, isCalm = false): Drawn {
  const category = categoryAxis(spec, palette)
  const value = valueAxis(spec, palette)
  const [xAxis, yAxis] = isLying(spec) ? [value, category] : [category, value]
  const needsLegend = spec.series.length > 1 && !hasEndLabels(spec)
  return {
    ...basis(palette, isCalm),
    grid: {
      left: 4,
      right: rightRoom(spec),
      top: needsLegend ? 36 : spec.target ? 24 : 16,
      bottom: 4,
      outerBoundsMode: 'same',
    },
    legend: needsLegend ? legend(palette) : undefined,
    xAxis,
    yAxis,
    series: [
      ...spec.series.flatMap((series) => (series.band ? bandSeries(series.band, palette) : [])),
      ...spec.series.flatMap((series) => (series.fan ? fanSeries(series.fan, palette) : [])),
      ...spec.series.flatMap((series, index) =>
        isLine(spec) && spec.isSoFar
          ? untilNow(spec, series, index, palette)
          : [draw(spec, series, index, palette)],
      ),
    ],
  }
}

const hasEndLabels = (spec: ChartSpec) => isLine(spec) && spec.series.length > 1 && spec.series.length <= 6

function rightRoom(spec: ChartSpec): number {
  if (hasEndLabels(spec))
    return 16 + perLetter * Math.min(22, Math.max(...spec.series.map((s) => s.name.length)))
  if (isLying(spec)) return spec.kind === 'funnel' ? 104 : 72
  return isLine(spec) ? 12 : 12 + perLetter * targetWords(spec).length
}

const legend = (palette: Palette) => ({
  top: 0,
  left: 0,
  icon: 'roundRect',
  itemWidth: 10,
  itemHeight: 10,
  itemGap: 16,
  textStyle: { color: palette.ink, fontSize: 12 },
})

function draw(spec: ChartSpec, series: Series, index: number, palette: Palette): Drawn {
  const colour = colourOf(spec, index, palette)
  const shared = {
    name: series.name,
    data: series.values,
    itemStyle: { color: colour },
    markLine: targetLine(spec, index, palette) ?? uprightLines(spec, index, palette),
  }
  if (isLine(spec)) return { ...shared, ...lineLook(spec, series, colour, palette) }
  return {
    ...shared,
    type: 'bar',
    stack: spec.kind === 'stacked' ? 'all' : undefined,
    barMaxWidth: isLying(spec) ? 24 : 44,
    barCategoryGap: spec.kind === 'funnel' ? '24%' : '36%',
    data: series.values.map((value, at) => ({
      value,
      itemStyle: { color: barColour(spec, at, colour, palette), borderRadius: corners(spec) },
    })),
    emphasis: { focus: 'none' },
    label: barLabel(spec, series, palette),
  }
}

function lineLook(spec: ChartSpec, series: Series, colour: string, palette: Palette): Drawn {
  return {
    type: 'line',
    z: series.isAccent ? 4 : 3,
    symbol: 'circle',
    symbolSize: 6,
    showSymbol: series.values.filter((value) => value !== null).length < 3,
    lineStyle: { width: 2, color: colour, type: series.isForecast ? 'dashed' : 'solid' },
    areaStyle: spec.kind === 'area' && !series.isForecast ? { color: colour, opacity: 0.08 } : undefined,
    endLabel: hasEndLabels(spec)
      ? {
          show: series.values.at(-1) !== null,
          formatter: '{a}',
          color: colour === palette.context ? palette.muted : colour,
          fontWeight: 500,
          distance: 6,
        }
      : undefined,
    labelLayout: { moveOverlap: 'shiftY' },
    emphasis: { focus: 'none' },
  }
}

/** What is over as it is, then dashed to the value of the period that still runs. */
function untilNow(spec: ChartSpec, series: Series, index: number, palette: Palette): Drawn[] {
  const last = series.values.length - 1
  const whole = { ...series, values: series.values.map((value, at) => (at < last ? value : null)) }
  const running = { ...series, values: series.values.map((value, at) => (at < last - 1 ? null : value)) }
  const dashed = draw(spec, { ...running, isForecast: true }, index, palette)
  return [
    draw(spec, whole, index, palette),
    {
      ...dashed,
      markLine: undefined,
      showSymbol: true,
      symbol: 'emptyCircle',
      data: running.values.map((value, at) => (at < last ? { value, symbol: 'none' } : value)),
    },
  ]
}

const corners = (spec: ChartSpec) =>
  spec.kind === 'stacked' ? 0 : isLying(spec) ? [0, 3, 3, 0] : [3, 3, 0, 0]

function barColour(spec: ChartSpec, at: number, colour: string, palette: Palette): string {
  if (!spec.accent) return colour
  return spec.categories[at] === spec.accent ? palette.accent : palette.context
}

const mostLabels = 16

function barLabel(spec: ChartSpec, series: Series, palette: Palette): Drawn | undefined {
  const isCrowded = spec.categories.length > mostLabels || spec.series.length > 1
  if (spec.kind === 'stacked' || isCrowded) return undefined
  return {
    show: true,
    position: isLying(spec) ? 'right' : 'top',
    color: palette.ink,
    formatter: ({ dataIndex }: { dataIndex: number }) => barWords(spec, series, dataIndex),
  }
}

/** In a funnel each bar also says how many of the step before came along. */
export function barWords(spec: ChartSpec, series: Series, at: number): string {
  const value = series.values[at]
  const printed = figure(value, spec.unit, spec.currency, { compact: spec.kind !== 'funnel' })
  const before = series.values[at - 1]
  if (spec.kind !== 'funnel' || at === 0 || !before || value === null || value === undefined) return printed
  return `${printed}  ·  ${percent(value / before)}`
}

const targetWords = ({ target, unit, currency }: ChartSpec) =>
  target
    ? `${target.label ?? t('chart.target')} ${figure(target.value, unit, currency, { compact: true })}`
    : ''

/** Lines that stand at categories, labelled at their tops one below another so that neighbours stay readable. */
function uprightLines({ marks }: ChartSpec, index: number, palette: Palette): Drawn | undefined {
  if (!marks?.length || index > 0) return undefined
  return {
    silent: true,
    symbol: 'none',
    animation: false,
    lineStyle: { color: palette.ink, type: [4, 4], width: 1 },
    data: marks.map(({ at, label }, place) => ({
      xAxis: at,
      label: {
        formatter: label,
        color: palette.ink,
        position: 'insideEndTop',
        rotate: 0,
        align: 'left',
        offset: [6, 14 + 14 * place],
      },
    })),
  }
}

function targetLine(spec: ChartSpec, index: number, palette: Palette): Drawn | undefined {
  if (!spec.target || index > 0) return undefined
  const { value } = spec.target
  return {
    silent: true,
    symbol: 'none',
    animation: false,
    lineStyle: { color: palette.ink, type: [4, 4], width: 1 },
    label: {
      formatter: targetWords(spec),
      color: palette.ink,
      position: isLine(spec) ? 'insideStartTop' : 'end',
    },
    data: [isLying(spec) ? { xAxis: value } : { yAxis: value }],
  }
}
