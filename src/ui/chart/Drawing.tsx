import { BarChart, CustomChart, LineChart, SankeyChart, ScatterChart } from 'echarts/charts'
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers'
import { type RefObject, useEffect, useImperativeHandle, useRef } from 'react'
import { useShownTheme } from '../look/theme.ts'
import { optionOf } from './kinds.ts'
import { Points } from './Points.tsx'
import { isPickedByPlace, type Picked, pickedAt } from './pick.ts'
import { type ChartSpec, readPalette } from './shape.ts'
import { tooltip } from './tooltip.ts'

use([
  BarChart,
  CustomChart,
  LineChart,
  SankeyChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  LabelLayout,
  CanvasRenderer,
  SVGRenderer,
])

export type DrawingHandle = { png: () => Promise<Blob | null>; svg: () => string }
export type DrawingProps = {
  spec: ChartSpec
  label: string
  height: number
  renderer?: 'canvas' | 'svg'
  onSelect?: (picked: Picked) => void
  handle: RefObject<DrawingHandle | null>
}

type Instance = ReturnType<typeof init>
const isCalm = () => matchMedia('(prefers-reduced-motion: reduce)').matches

export default function Drawing({
  spec,
  label,
  height,
  renderer = 'canvas',
  onSelect,
  handle,
}: DrawingProps) {
  const box = useRef<HTMLDivElement>(null)
  const chart = useRef<Instance>(undefined)
  const picking = useRef<Picking>({ spec, onSelect })
  picking.current = { spec, onSelect }
  const theme = useShownTheme()

  useEffect(() => {
    const element = box.current
    if (!element) return
    const made = init(element, null, { renderer })
    chart.current = made
    listen(made, picking)
    const watch = new ResizeObserver(() => made.resize())
    watch.observe(element)
    return () => {
      watch.disconnect()
      made.dispose()
    }
  }, [renderer])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes what readPalette reads
  useEffect(() => {
    chart.current?.setOption(
      { ...optionOf(spec, readPalette(), isCalm()), tooltip: tooltip(spec) },
      { notMerge: true },
    )
  }, [spec, theme, renderer])

  useImperativeHandle(handle, () => ({
    png: () => toPng(chart.current),
    svg: () => toSvg(spec, box.current?.clientWidth ?? 640, height),
  }))

  const point = (index: number | null) => {
    const about = index === null ? {} : { seriesIndex: 0, dataIndex: index }
    chart.current?.dispatchAction({ type: 'downplay', seriesIndex: 0 })
    if (index !== null) chart.current?.dispatchAction({ type: 'highlight', ...about })
    chart.current?.dispatchAction({ type: index === null ? 'hideTip' : 'showTip', ...about })
  }
  return (
    // Holds the hidden buttons in place, or focus would scroll the page away.
    <div className="relative">
      <div ref={box} role="img" aria-label={label} style={{ height }} />
      {spec.kind === 'scatter' && onSelect && <Points spec={spec} onSelect={onSelect} onPoint={point} />}
    </div>
  )
}

type Picking = Pick<DrawingProps, 'spec' | 'onSelect'>
type Pointed = { offsetX: number; offsetY: number }

/** Clicks count anywhere in the plot, because a point of a line is too small to hit. */
function listen(made: Instance, picking: RefObject<Picking>) {
  const under = ({ offsetX, offsetY }: Pointed): Picked | null => {
    const { spec, onSelect } = picking.current
    if (!onSelect || !isPickedByPlace(spec)) return null
    if (!made.containPixel({ gridIndex: 0 }, [offsetX, offsetY])) return null
    return pickedAt(spec, made.convertFromPixel({ gridIndex: 0 }, [offsetX, offsetY]))
  }
  made.getZr().on('click', (at: Pointed) => {
    const picked = under(at)
    if (picked) picking.current.onSelect?.(picked)
  })
  made.getZr().on('mousemove', (at: Pointed) => {
    if (under(at)) made.getZr().setCursorStyle('pointer')
  })
  made.on('click', ({ name, seriesName, dataIndex, dataType }) => {
    const { spec, onSelect } = picking.current
    if (spec.kind === 'flow' && dataType !== 'edge') return
    if (!isPickedByPlace(spec)) onSelect?.({ category: name, series: seriesName ?? '', index: dataIndex })
  })
}

function toPng(chart: Instance | undefined): Promise<Blob | null> {
  const canvas = chart?.renderToCanvas({ pixelRatio: 2, backgroundColor: readPalette().surface })
  return new Promise((resolve) => (canvas ? canvas.toBlob(resolve) : resolve(null)))
}

function toSvg(spec: ChartSpec, width: number, height: number): string {
  const paper = init(null, null, { renderer: 'svg', ssr: true, width, height })
  paper.setOption({ ...optionOf(spec, readPalette(), true), backgroundColor: readPalette().surface })
  const text = paper.renderToSVGString()
  paper.dispose()
  return text
}
