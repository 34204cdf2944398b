import type { Format } from '../../../engine/format.ts'
import { InlineFigure } from '../../../ui/figure/Figure.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { type Column, tableOf } from '../../../ui/list/columns.ts'
import { Card } from '../../../ui/parts/Card.tsx'
import { SkeletonRows } from '../../../ui/parts/Faces.tsx'
import { usePeriod } from '../../../ui/period/usePeriod.ts'
import { amountOf, comparedLabel, currencyOf, selectionOf, textOf } from '../../metrics/web/index.ts'
import { TileMenu } from './TileMenu.tsx'
import type { Shown } from './TileView.tsx'
import { saveTile, useTile } from './useTile.ts'

type Answer = NonNullable<ReturnType<typeof useTile>['asked']['data']>
type Row = Answer['rows'][number]

/** The values of a dimension, each with its figure now and before. */
export function TileTable({ tile, metric, title, hint, deeds }: Shown) {
  const { asked, rows } = useTile(tile)
  const columns = useColumns(tile, metric, asked.data)
  const save = (format: Format) => saveTile(format, title, tableOf(columns, rows))
  return (
    <Card
      title={title}
      hint={asked.data?.more ? `${hint} · the largest ${rows.length}` : hint}
      actions={<TileMenu tile={tile} deeds={deeds} onExport={save} />}
    >
      <FaceOf
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
        empty={rows.length === 0 && { children: 'Nothing was counted in this period.' }}
        skeleton={<SkeletonRows rows={6} columns={3} />}
      >
        {() => (
          <DataTable
            caption={title}
            columns={columns}
            rows={rows}
            rowId={(_, at) => String(at)}
            maxHeight={260}
          />
        )}
      </FaceOf>
    </Card>
  )
}

function useColumns(
  { by, where }: Shown['tile'],
  metric: Shown['metric'],
  answer: Answer | undefined,
): Column<Row>[] {
  const period = usePeriod()
  const name = by ?? ''
  const beforeOf = (row: Row) =>
    answer?.compared?.find((one) => textOf(one[name]) === textOf(row[name])) ??
    (metric.additive ? { [metric.id]: 0 } : undefined)
  const figure = (
    id: string,
    title: string,
    of: (row: Row) => Row | undefined,
    range: object,
  ): Column<Row> => ({
    id,
    title,
    align: 'end',
    value: (row) => amountOf(of(row)?.[metric.id]),
    cell: (row) => (
      <InlineFigure
        label={`${metric.title}, ${title}`}
        value={amountOf(of(row)?.[metric.id])}
        unit={metric.unit}
        currency={currencyOf(of(row)?.[metric.id])}
        reason="There is nothing to divide by, or nothing was counted."
        explain={{ metric: metric.id, ...selectionOf(row, { metrics: [], by: [name], where }), ...range }}
      />
    ),
  })
  return [
    {
      id: name,
      title: name.replaceAll('_', ' '),
      value: (row) => textOf(row[name]),
      cell: (row) => textOf(row[name]) ?? <span className="text-ink-3">blank</span>,
    },
    figure('now', metric.title, (row) => row, period.range),
    ...(answer?.comparedPeriod
      ? [
          figure(
            'before',
            period.compare ? comparedLabel(period.compare, answer.comparedPeriod) : 'Before',
            beforeOf,
            answer.comparedPeriod,
          ),
        ]
      : []),
  ]
}
