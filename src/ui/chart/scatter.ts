import { basis, perLetter, valueAxis } from './axes.ts'
import { type ChartSpec, colourOf, type Drawn, isPoint, type Palette } from './shape.ts'

const widest = 22

/** A point for each category: `across` from left to right, the series upwards; names where there is room for them. */
export function scatterOption(spec: ChartSpec, palette: Palette, isCalm: boolean): Drawn {
  const [series] = spec.series
  const { across } = spec
  const named = { axisTick: { show: false }, nameTextStyle: { color: palette.muted, fontSize: 12 } }
  return {
    ...basis(palette, isCalm),
    grid: { left: 4, right: 24, top: 30, bottom: 8, outerBoundsMode: 'same' },
    xAxis: {
      ...valueAxis({ ...spec, unit: across?.unit ?? spec.unit }, palette),
      ...named,
      name: across?.name,
      nameLocation: 'middle',
      nameGap: 28,
    },
    yAxis: {
      ...valueAxis(spec, palette),
      ...named,
      name: series?.name,
      nameTextStyle: { ...named.nameTextStyle, align: 'left' },
    },
    series: [
      {
        type: 'scatter',
        name: series?.name,
        symbolSize: 14,
        data: spec.categories.map((name, at) => ({
          name,
          value: isPoint(spec, at) ? [across?.values[at], series?.values[at]] : ['-', '-'],
        })),
        itemStyle: {
          color: colourOf(spec, 0, palette),
          opacity: 0.85,
          borderColor: palette.surface,
          borderWidth: 1,
        },
        emphasis: { scale: 1.4, itemStyle: { opacity: 1, borderColor: palette.ink, borderWidth: 2 } },
        label: {
          show: true,
          position: 'right',
          formatter: '{b}',
          color: palette.ink,
          width: perLetter * widest,
          overflow: 'truncate',
        },
        labelLayout: { hideOverlap: true, moveOverlap: 'shiftY' },
        markLine: evenLine(spec, palette),
      },
    ],
  }
}

/** From nothing to where the smaller of both ends, so that it stays within the axes. */
function evenLine(spec: ChartSpec, palette: Palette): Drawn | undefined {
  const end = Math.min(greatest(spec.across?.values), greatest(spec.series[0]?.values))
  if (!spec.evenLine || end <= 0) return undefined
  return {
    silent: true,
    symbol: 'none',
    animation: false,
    lineStyle: { color: palette.ink, type: [4, 4], width: 1 },
    label: { formatter: spec.evenLine, color: palette.ink, position: 'insideEndTop' },
    data: [[{ coord: [0, 0] }, { coord: [end, end] }]],
  }
}

const greatest = (values: (number | null)[] = []): number => Math.max(0, ...values.map((one) => one ?? 0))
