import { figure } from '../format/figure.ts'
import { percent } from '../format/number.ts'
import type { Table } from '../format/save.ts'
import { type Column, tableOf } from '../list/columns.ts'
import { t } from '../messages/index.ts'
import type { Picked } from './pick.ts'
import { type ChartSpec, nameOf, type Series } from './shape.ts'

/** Rows of the table twin are the places on the category axis. */
export function twinColumns(spec: ChartSpec, categoryTitle: string): Column<number>[] {
  if (spec.kind === 'flow') return linkColumns(spec)
  return [
    { id: 'category', title: categoryTitle, value: (at) => nameOf(spec, at) },
    ...(spec.across ? [acrossColumn(spec.across, spec)] : []),
    ...spec.series.flatMap((series, index) => seriesColumns(spec, series, index)),
    ...(spec.remarks ? [remarkColumn(spec.remarks)] : []),
  ]
}

/** What a cell of the twin is a figure of; null where it is none, or not known. */
export function pickedBy(spec: ChartSpec, column: string, at: number): Picked | null {
  if (spec.kind === 'flow') {
    const link = spec.links?.[at]
    if (column !== 'value' || !link) return null
    const [from, to] = [spec.categories[link.from], spec.categories[link.to]]
    return { category: `${from} to ${to}`, series: spec.series[0]?.name ?? '', index: at }
  }
  const [, place, part] = /^s(\d+)(?:-(\w+))?$/.exec(column) ?? []
  const series = place === undefined ? undefined : spec.series[Number(place)]
  if (!series || part === 'share') return null
  const value = series.values[at]
  if (value === null || value === undefined) return null
  const end = part === 'end0' ? 'lowest' : part === 'end1' ? 'highest' : null
  const picked = { category: spec.categories[at] ?? '', series: series.name, index: at }
  return end ? { ...picked, end } : picked
}

/** Of a flow the rows are its links. */
export const twinRows = (spec: ChartSpec): number[] =>
  (spec.kind === 'flow' ? (spec.links ?? []) : spec.categories).map((_, at) => at)

function linkColumns({ links = [], categories, series, unit, currency }: ChartSpec): Column<number>[] {
  const value = (at: number) => links[at]?.value
  return [
    { id: 'from', title: t('period.from'), value: (at) => categories[links[at]?.from ?? -1] },
    { id: 'to', title: t('period.to'), value: (at) => categories[links[at]?.to ?? -1] },
    {
      id: 'value',
      title: series[0]?.name ?? '',
      align: 'end',
      value,
      cell: (at) => figure(value(at), unit, currency),
    },
  ]
}

const acrossColumn = (
  { name, unit, values }: NonNullable<ChartSpec['across']>,
  { currency }: ChartSpec,
): Column<number> => ({
  id: 'across',
  title: name,
  align: 'end',
  value: (at) => values[at],
  cell: (at) => figure(values[at], unit, currency),
})

/** What a point of a scatter says, line by line. */
export function pointLines({ across, series, unit, currency, remarks }: ChartSpec, at: number): string[] {
  const [first] = series
  return [
    `${across?.name}: ${figure(across?.values[at], across?.unit ?? unit, currency)}`,
    `${first?.name}: ${figure(first?.values[at], unit, currency)}`,
    ...(remarks?.[at] ? [remarks[at]] : []),
  ]
}

/** A point of a scatter in one line, its name first. */
export const pointWords = (spec: ChartSpec, at: number): string =>
  [spec.categories[at], ...pointLines(spec, at)].join(', ')

const remarkColumn = (remarks: string[]): Column<number> => ({
  id: 'remark',
  title: t('chart.remark'),
  value: (at) => remarks[at],
})

export const twinTable = (spec: ChartSpec, categoryTitle: string): Table =>
  tableOf(twinColumns(spec, categoryTitle), twinRows(spec))

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
  if (series.ends) columns.push(...endColumns(spec, series.ends, index))
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

const endColumns = (spec: ChartSpec, ends: NonNullable<Series['ends']>, index: number): Column<number>[] =>
  ([t('chart.lowest'), t('chart.highest')] as const).map((title, side) => ({
    id: `s${index}-end${side}`,
    title,
    align: 'end',
    value: (at) => ends[at]?.[side],
    cell: (at) => figure(ends[at]?.[side], spec.unit, spec.currency),
  }))

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
