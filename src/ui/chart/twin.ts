import { csv } from '../../engine/csv.ts'
import { figure } from '../format/figure.ts'
import { percent } from '../format/number.ts'
import type { Column } from '../list/columns.ts'
import { t } from '../messages/index.ts'
import type { ChartSpec, Series } from './shape.ts'

/** Rows of the table twin are the places on the category axis. */
export function twinColumns(spec: ChartSpec, categoryTitle: string): Column<number>[] {
  return [
    { id: 'category', title: categoryTitle, value: (at) => spec.categories[at] },
    ...spec.series.flatMap((series, index) => seriesColumns(spec, series, index)),
  ]
}

export const twinRows = (spec: ChartSpec): number[] => spec.categories.map((_, at) => at)

export function twinCsv(spec: ChartSpec, categoryTitle: string): string {
  const columns = twinColumns(spec, categoryTitle)
  return csv(
    columns.map((column) => column.title),
    twinRows(spec).map((at) => columns.map((column) => column.value(at))),
  )
}

function seriesColumns(spec: ChartSpec, series: Series, index: number): Column<number>[] {
  const value = (at: number) => series.values[at]
  const columns: Column<number>[] = [
    {
      id: `s${index}`,
      title: series.name,
      align: 'end',
      value,
      cell: (at) => figure(value(at), spec.unit, spec.currency),
    },
  ]
  if (spec.kind === 'funnel') columns.push(ofPrevious(series, index))
  if (series.fan) columns.push(...fanColumns(spec, series, index))
  if (series.band) columns.push(bandColumn(spec, series, index))
  return columns
}

function ofPrevious(series: Series, index: number): Column<number> {
  const share = (at: number) => {
    const [value, before] = [series.values[at], series.values[at - 1]]
    return value === null || value === undefined || !before ? null : value / before
  }
  const cell = (at: number) => {
    const ratio = share(at)
    return ratio === null ? '' : percent(ratio)
  }
  return { id: `s${index}-share`, title: t('chart.ofPrevious'), align: 'end', value: share, cell }
}

function bandColumn(spec: ChartSpec, series: Series, index: number): Column<number> {
  const range = (at: number) =>
    (series.band?.[at] ?? []).map((edge) => figure(edge, spec.unit, spec.currency)).join(' – ')
  return { id: `s${index}-band`, title: t('chart.fan95'), align: 'end', value: range, cell: range }
}

const fanColumns = (spec: ChartSpec, series: Series, index: number): Column<number>[] =>
  (['80', '95'] as const).map((level) => {
    const range = (at: number) => {
      const fan = series.fan?.[at]
      if (!fan) return ''
      return [fan[`low${level}`], fan[`high${level}`]]
        .map((edge) => figure(edge, spec.unit, spec.currency))
        .join(' – ')
    }
    return {
      id: `s${index}-${level}`,
      title: t(`chart.fan${level}`),
      align: 'end',
      value: range,
      cell: range,
    }
  })
