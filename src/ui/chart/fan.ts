import type { Fan, Palette } from './shape.ts'

type Drawn = Record<string, unknown>

/** One band around what was measured. */
export const bandSeries = (edges: ([number, number] | null)[], palette: Palette): Drawn[] =>
  band('interval', edges, palette.context, 0.3)

/** Two bands around a forecast: each is a bare lower edge and, stacked on it, a filled height. */
export function fanSeries(fan: (Fan | null)[], palette: Palette): Drawn[] {
  return [
    ...band(
      '95',
      fan.map((f) => f && [f.low95, f.high95]),
      palette.accent,
      0.1,
    ),
    ...band(
      '80',
      fan.map((f) => f && [f.low80, f.high80]),
      palette.accent,
      0.16,
    ),
  ]
}

function band(name: string, edges: ([number, number] | null)[], colour: string, opacity: number): Drawn[] {
  const shared = {
    type: 'line',
    stack: `fan-${name}`,
    stackStrategy: 'all',
    symbol: 'none',
    silent: true,
    animation: false,
    lineStyle: { opacity: 0 },
    tooltip: { show: false },
  }
  return [
    { ...shared, data: edges.map((edge) => edge?.[0] ?? null) },
    {
      ...shared,
      data: edges.map((edge) => (edge ? edge[1] - edge[0] : null)),
      areaStyle: { color: colour, opacity },
    },
  ]
}
