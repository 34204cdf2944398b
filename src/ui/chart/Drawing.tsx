import { BarChart, CustomChart, LineChart, SankeyChart } from 'echarts/charts'
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers'
import { type RefObject, useEffect, useImperativeHandle, useRef } from 'react'
import { useShownTheme } from '../look/theme.ts'
import { optionOf } from './kinds.ts'
import { type ChartSpec, readPalette } from './shape.ts'
import { tooltip } from './tooltip.ts'

use([
  BarChart,
  CustomChart,
  LineChart,
  SankeyChart,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
  LabelLayout,
  CanvasRenderer,
  SVGRenderer,
])

export type Picked = { category: string; series: string; index: number }
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
  const select = useRef(onSelect)
  select.current = onSelect
  const theme = useShownTheme()

  useEffect(() => {
    const element = box.current
    if (!element) return
    const made = init(element, null, { renderer })
    chart.current = made
    made.on('click', ({ name, seriesName, dataIndex }) =>
      select.current?.({ category: name, series: seriesName ?? '', index: dataIndex }),
    )
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

  return (
    <div
      ref={box}
      role="img"
      aria-label={label}
      className={onSelect ? 'cursor-pointer' : ''}
      style={{ height }}
    />
  )
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
