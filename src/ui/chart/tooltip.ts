import { figure } from '../format/figure.ts'
import { t } from '../messages/index.ts'
import { type ChartSpec, colourOf, isLine, nameOf, readPalette } from './shape.ts'
import { pointLines } from './twin.ts'

type Pointed = { dataIndex: number; dataType?: string; value?: number }
type Hovered = Pointed | Pointed[]

/** Built from elements, because the content policy refuses styles inside markup and names are not to be trusted. */
export const tooltip = (spec: ChartSpec) => ({
  trigger: spec.kind === 'flow' || spec.kind === 'scatter' ? ('item' as const) : ('axis' as const),
  confine: true,
  transitionDuration: 0,
  padding: 0,
  borderWidth: 0,
  backgroundColor: 'transparent',
  extraCssText: 'box-shadow: none',
  axisPointer: {
    type: isLine(spec) ? ('line' as const) : ('shadow' as const),
  },
  formatter: (hovered: unknown) => {
    const first = [hovered as Hovered].flat()[0]
    return spec.kind === 'flow' ? flowCard(spec, first) : card(spec, first?.dataIndex ?? 0)
  },
})

function flowCard(spec: ChartSpec, pointed: Pointed | undefined): HTMLElement {
  const box = make('div', 'popup tabular px-3 py-2 text-sm text-ink')
  const link = pointed?.dataType === 'edge' ? spec.links?.[pointed.dataIndex] : undefined
  const name = (at: number) => spec.categories[at] ?? ''
  box.append(
    make(
      'div',
      'font-medium',
      link ? `${name(link.from)} → ${name(link.to)}` : name(pointed?.dataIndex ?? 0),
    ),
    make(
      'div',
      'text-ink-2',
      `${spec.series[0]?.name ?? ''} ${figure(pointed?.value, spec.unit, spec.currency)}`,
    ),
  )
  return box
}

function card(spec: ChartSpec, at: number): HTMLElement {
  const palette = readPalette()
  const box = make('div', 'popup tabular px-3 py-2 text-sm text-ink')
  box.append(make('div', 'mb-1 font-medium', nameOf(spec, at)))
  if (spec.kind === 'scatter') {
    box.append(...pointLines(spec, at).map((line) => make('div', 'text-ink-2', line)))
    return box
  }
  spec.series.forEach((series, index) => {
    const row = make('div', 'flex items-center gap-2')
    const dot = make('span', 'size-2 rounded-full')
    dot.style.background = colourOf(spec, index, palette)
    row.append(
      dot,
      make('span', 'flex-1 pr-4 text-ink-2', series.name),
      make('span', 'font-medium', figure(series.values[at], spec.unit, spec.currency)),
    )
    const fan = series.fan?.[at]
    const band = series.band?.[at]
    box.append(row)
    const ends = series.ends?.[at]
    if (ends) {
      const range = ends.map((edge) => figure(edge, spec.unit, spec.currency)).join(' – ')
      box.append(
        make(
          'div',
          'pl-4 text-ink-3',
          `${t('chart.lowest')} – ${t('chart.highest').toLowerCase()}: ${range}`,
        ),
      )
    }
    if (band) {
      const range = band.map((edge) => figure(edge, spec.unit, spec.currency)).join(' – ')
      box.append(make('div', 'pl-4 text-ink-3', `95 %: ${range}`))
    }
    if (fan) {
      const range = [fan.low80, fan.high80].map((edge) => figure(edge, spec.unit, spec.currency)).join(' – ')
      box.append(make('div', 'pl-4 text-ink-3', `80 %: ${range}`))
    }
  })
  return box
}

function make(tag: string, className: string, text?: string): HTMLElement {
  const element = document.createElement(tag)
  element.className = className
  if (text !== undefined) element.textContent = text
  return element
}
