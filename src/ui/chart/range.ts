import { figure } from '../format/figure.ts'
import { basis, font, valueAxis } from './axes.ts'
import { type ChartSpec, colourOf, type Drawn, isLying, type Palette, type Series } from './shape.ts'

type Place = { coordSys: { x: number; width: number } }
type Api = { value: (dimension: number) => number; coord: (point: [number, number]) => [number, number] }

/** Room that the name, the span beneath it and the air around them take. */
export const rangeHeight = (rows: number): number => Math.max(140, rows * 46 + 32)

/** One span from the lowest to the highest for each category, with the values and their intervals marked on it. */
export function rangeOption(spec: ChartSpec, palette: Palette, isCalm: boolean): Drawn {
  return {
    ...basis(palette, isCalm),
    animation: false,
    grid: { left: 6, right: 20, top: 8, bottom: 4, outerBoundsMode: 'same' },
    xAxis: valueAxis(spec, palette),
    yAxis: { type: 'category', data: spec.categories, inverse: isLying(spec), show: false },
    series: spec.series.map((series, index) => ({
      type: 'custom',
      name: series.name,
      z: 2 + index,
      encode: { y: 0, x: [1, 2, 3] },
      data: spec.categories.map((_, at) => rowOf(series, at)),
      renderItem: (place: Place, api: Api) => ({
        type: 'group',
        children: marks(spec, index, palette, place, api),
      }),
    })),
  }
}

/** Place, value, and the edges it has to keep inside of. */
const rowOf = ({ values, ends, band }: Series, at: number) => [
  at,
  values[at] ?? Number.NaN,
  ends?.[at]?.[0] ?? band?.[at]?.[0] ?? Number.NaN,
  ends?.[at]?.[1] ?? band?.[at]?.[1] ?? Number.NaN,
]

function marks(spec: ChartSpec, index: number, palette: Palette, place: Place, api: Api): Drawn[] {
  const series = spec.series[index] as Series
  const at = api.value(0)
  const across = (value: number) => api.coord([value, at])[0]
  const y = api.coord([0, at])[1] + 9
  const colour = colourOf(spec, index, palette)
  const [ends, band, value] = [series.ends?.[at], series.band?.[at], series.values[at]]
  return [
    ...(index === 0 ? [words(spec, at, palette, place, y)] : []),
    ...(ends ? [span(across(ends[0]), across(ends[1]), y, palette)] : []),
    ...(band ? whisker(across(band[0]), across(band[1]), y, colour) : []),
    ...(typeof value === 'number' ? [dot(across(value), y, colour, palette)] : []),
  ]
}

/** Braces would be read as marks of style. */
const plain = (text: string) => text.replaceAll(/[{}|]/g, ' ')

export function rangeWords(spec: ChartSpec, at: number): { name: string; value: string; remark: string } {
  return {
    name: spec.categories[at] ?? '',
    value: figure(spec.series[0]?.values[at], spec.unit, spec.currency, { compact: true }),
    remark: spec.remarks?.[at] ?? '',
  }
}

function words(spec: ChartSpec, at: number, palette: Palette, { coordSys }: Place, y: number): Drawn {
  const { name, value, remark } = rangeWords(spec, at)
  const line = { fontSize: 12, lineHeight: 16, fontFamily: font }
  return {
    type: 'text',
    silent: true,
    style: {
      text: `{name|${plain(name)}}  {value|${value}}${remark && `  {remark|${plain(remark)}}`}`,
      x: coordSys.x,
      y: y - 26,
      width: coordSys.width,
      overflow: 'truncate',
      rich: {
        name: { ...line, fill: palette.ink, fontWeight: 500 },
        value: { ...line, fill: palette.ink },
        remark: { ...line, fontSize: 11, fill: palette.muted },
      },
    },
  }
}

const span = (low: number, high: number, y: number, palette: Palette): Drawn => ({
  type: 'rect',
  shape: { x: low - 1, y: y - 4, width: Math.max(3, high - low + 2), height: 8, r: 4 },
  style: { fill: palette.context },
})

const stroke = (x1: number, y1: number, x2: number, y2: number, colour: string): Drawn => ({
  type: 'line',
  shape: { x1, y1, x2, y2 },
  style: { stroke: colour, lineWidth: 2 },
})

const whisker = (low: number, high: number, y: number, colour: string): Drawn[] => [
  stroke(low, y, high, y, colour),
  stroke(low, y - 5, low, y + 5, colour),
  stroke(high, y - 5, high, y + 5, colour),
]

const dot = (x: number, y: number, colour: string, palette: Palette): Drawn => ({
  type: 'circle',
  shape: { cx: x, cy: y, r: 6 },
  style: { fill: colour, stroke: palette.surface, lineWidth: 2 },
})
