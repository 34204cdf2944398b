import { InlineFigure } from '../../../ui/figure/Figure.tsx'
import { percent } from '../../../ui/format/number.ts'
import { NotKnown } from '../../../ui/format/Values.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import type { ModelId, Report, ReportRow } from '../contract.ts'
import { titleOf } from '../rules.ts'
import { type Asked, metricsOf, selectionOf } from './explain.ts'
import { headingOf, nameOf, remarksOf } from './finding.ts'

type Columns = Column<ReportRow>[]

/** One model: value, sales, share, and how far apart the others are. */
export const modelColumns = (report: Report, model: ModelId, asked: Asked): Columns => [
  nameColumn(report.by),
  {
    id: 'value',
    title: 'Value',
    align: 'end',
    value: (row) => row.credit[model],
    cell: (row) => <Credited {...{ row, report, model, asked }} what="value" />,
  },
  {
    id: 'sales',
    title: 'Sales, in parts',
    align: 'end',
    value: (row) => row.sales[model],
    cell: (row) => <Credited {...{ row, report, model, asked }} what="sales" />,
  },
  {
    id: 'share',
    title: 'Share',
    align: 'end',
    value: (row) => row.share?.[model],
    cell: (row) => <Share share={row.share?.[model]} />,
  },
  {
    id: 'range',
    title: 'Lowest – highest',
    align: 'end',
    value: (row) => row.lowest,
    cell: (row) => (
      <Range edges={row.lowest === null || row.highest === null ? null : [row.lowest, row.highest]} />
    ),
  },
  ...(report.rows.some((row) => row.interval) ? [intervalColumn] : []),
]

const intervalColumn: Column<ReportRow> = {
  id: 'interval',
  title: 'Markov totals, 95 %',
  align: 'end',
  value: (row) => row.interval?.lower,
  cell: (row) => <Range edges={row.interval && [row.interval.lower, row.interval.upper]} />,
}

/** Every model beside every other: value, and its share beneath. */
export const comparedColumns = (report: Report, asked: Asked): Columns => [
  nameColumn(report.by),
  ...report.models.map(({ id, title }) => ({
    id,
    title,
    align: 'end' as const,
    value: (row: ReportRow) => row.credit[id],
    cell: (row: ReportRow) => (
      <span className="flex flex-col items-end py-1 whitespace-nowrap">
        <Credited {...{ row, report, asked }} model={id} what="value" />
        {row.share && <span className="tabular text-sm text-ink-3">{percent(row.share[id])}</span>}
      </span>
    ),
  })),
]

const nameColumn = (by: string): Column<ReportRow> => ({
  id: 'name',
  title: headingOf(by),
  value: (row) => nameOf(row, by),
  cell: (row) => (
    <span className="flex min-w-40 flex-wrap items-center gap-x-2 gap-y-1 py-1">
      <span className="font-medium">{nameOf(row, by)}</span>
      {row.isUnattributed && (
        <span className="text-sm text-ink-3">no touch before the sale; never spread over the others</span>
      )}
      {remarksOf(row).map((remark) => (
        <Badge key={remark} tone={remark === 'few sales' ? 'warn' : 'neutral'}>
          {remark}
        </Badge>
      ))}
    </span>
  ),
})

type CreditedProps = { row: ReportRow; report: Report; model: ModelId; asked: Asked; what: 'value' | 'sales' }

function Credited({ row, report, model, asked, what }: CreditedProps) {
  const selection = selectionOf(row, report, asked)
  return (
    <InlineFigure
      label={`${what === 'value' ? 'Value' : 'Sales'} of ${nameOf(row, report.by)} by ${titleOf(model)}`}
      value={what === 'value' ? row.credit[model] : row.sales[model]}
      unit={what === 'value' ? 'money' : 'number'}
      currency={report.reconciliation.currency}
      explain={selection && { metric: metricsOf(model)[what], ...selection }}
    />
  )
}

const unshared = 'Nobody’s touch led to these sales, so no share of the credit is theirs.'

const Share = ({ share }: { share: number | undefined }) =>
  share === undefined ? (
    <NotKnown reason={unshared} />
  ) : (
    <span className="tabular whitespace-nowrap">{percent(share)}</span>
  )

const Range = ({ edges }: { edges: [number, number] | null }) =>
  edges && <span className="tabular whitespace-nowrap">{`${percent(edges[0])} – ${percent(edges[1])}`}</span>
