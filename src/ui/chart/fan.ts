import type { Fan, Palette } from './shape.ts'

type Drawn = Record<string, unknown>

/** Two bands around a forecast: each is a bare lower edge and, stacked on it, a filled height. */
export function fanSeries(fan: (Fan | null)[], palette: Palette): Drawn[] {
  return [
    ...band('95', fan, (f) => [f.low95, f.high95], palette.accent, 0.1),
    ...band('80', fan, (f) => [f.low80, f.high80], palette.accent, 0.16),
  ]
}

function band(
  name: string,
  fan: (Fan | null)[],
  edges: (fan: Fan) => [number, number],
  colour: string,
  opacity: number,
): Drawn[] {
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
    { ...shared, data: fan.map((f) => (f ? edges(f)[0] : null)) },
    {
      ...shared,
      data: fan.map((f) => (f ? edges(f)[1] - edges(f)[0] : null)),
      areaStyle: { color: colour, opacity },
    },
  ]
}
