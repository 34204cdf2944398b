import { flowOption } from './flow.ts'
import { toOption } from './option.ts'
import { rangeOption } from './range.ts'
import { scatterOption } from './scatter.ts'
import type { ChartSpec, Drawn, Palette } from './shape.ts'

/** Any chart as ECharts wants it: those on two axes, and the kinds that are drawn in their own way. */
export function optionOf(spec: ChartSpec, palette: Palette, isCalm = false): Drawn {
  if (spec.kind === 'range') return rangeOption(spec, palette, isCalm)
  if (spec.kind === 'flow') return flowOption(spec, palette, isCalm)
  if (spec.kind === 'scatter') return scatterOption(spec, palette, isCalm)
  return toOption(spec, palette, isCalm)
}
