import type { Out } from '../../../kernel/contract.ts'
import { Figure, InlineFigure } from '../../../ui/figure/Figure.tsx'
import { percent } from '../../../ui/format/number.ts'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Card } from '../../../ui/parts/Card.tsx'
import { useQuery } from '../../../ui/query.ts'
import { being } from '../../../ui/where/where.ts'
import { metrics } from '../../metrics/contract.ts'
import { amountOf } from '../../metrics/web/index.ts'
import type { Report } from '../contract.ts'
import type { Asked } from './explain.ts'

type Selection = Omit<Asked, 'by'>
type Row = Out<typeof metrics.query>['rows'][number]
const channelOf = ({ channel }: Row): string | null => (typeof channel === 'string' ? channel : null)
type SourcedProps = { report: Report; asking: Asked }

/** Where sales began, which adds up, beside where marketing was present, which does not. */
export function Sourced({ report, asking: { by: _, where, ...period } }: SourcedProps) {
  const { revenue, currency } = report.reconciliation
  const selection = { ...period, where: [...where, being('counted_currency', currency)] }
  const whole = useQuery(metrics.query, { metrics: ['sourced_value', 'influenced_value'], ...selection })
  const parts = useQuery(metrics.query, {
    metrics: ['sourced_value', 'sourced_won', 'touched_value', 'touched_won'],
    by: ['channel'],
    ...selection,
  })
  const totals = whole.data?.rows[0]
  const rows = (parts.data?.rows ?? []).filter((row) => channelOf(row) !== null)
  const figureOf = (id: string) => amountOf(totals?.[id])
  return (
    <Card
      title="Sourced and influenced"
      hint="Sourced sales began with a touch before they were opened and add up; influenced ones overlap and do not."
    >
      <div className="mb-(--gap) grid grid-cols-2 gap-(--gap) narrow:grid-cols-1">
        {(['sourced', 'influenced'] as const).map((what) => (
          <Figure
            key={what}
            label={what === 'sourced' ? 'Marketing-sourced' : 'Marketing-influenced'}
            value={figureOf(`${what}_value`)}
            unit="money"
            currency={currency}
            better="up"
            isLoading={whole.isPending}
            reason="Nothing was won in the period."
            explain={{ metric: `${what}_value`, ...selection }}
          >
            {revenue > 0 && figureOf(`${what}_value`) !== null && (
              <p className="text-sm text-ink-3">
                {`${percent((figureOf(`${what}_value`) ?? 0) / revenue)} of the revenue`}
              </p>
            )}
          </Figure>
        ))}
      </div>
      <DataTable<Row>
        caption="Sales sourced and touched by channel"
        columns={columnsFor(selection, currency)}
        rows={rows}
        rowId={(row) => channelOf(row) ?? ''}
      />
      <p className="mt-3 border-t border-line pt-3 text-sm text-ink-3">
        A sale stands once under the channel that sourced it, and under every channel that touched it: the
        touched columns have no total.
      </p>
    </Card>
  )
}

const headings = [
  ['sourced_value', 'Sourced value', 'money'],
  ['sourced_won', 'Sourced sales', 'number'],
  ['touched_value', 'Touched value', 'money'],
  ['touched_won', 'Touched sales', 'number'],
] as const

const columnsFor = (selection: Selection, currency: string): Column<Row>[] => [
  { id: 'channel', title: 'Channel', value: channelOf },
  ...headings.map(([metric, title, unit]) => ({
    id: metric,
    title,
    align: 'end' as const,
    value: (row: Row) => amountOf(row[metric]) ?? 0,
    cell: (row: Row) => (
      <InlineFigure
        label={`${title} of ${channelOf(row)}`}
        value={amountOf(row[metric]) ?? 0}
        unit={unit}
        currency={currency}
        explain={{
          metric,
          ...selection,
          where: [...selection.where, being('channel', channelOf(row))],
        }}
      />
    ),
  })),
]
