import { InlineFigure } from '../../../ui/figure/Figure.tsx'
import type { Column } from '../../../ui/list/columns.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import type { ModelId, Report, ReportRow } from '../contract.ts'
import { titleOf } from '../rules.ts'
import { type Asked, metricsOf, modelAt, selectionOf, shareRequest } from './explain.ts'
import { headingOf, nameOf, remarksOf } from './finding.ts'
import { IntervalOf } from './IntervalOf.tsx'

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
    cell: (row) => <Share {...{ row, report, asked, model }} />,
  },
  {
    id: 'range',
    title: 'Lowest – highest',
    align: 'end',
    value: (row) => row.lowest,
    cell: (row) => (
      <span className="whitespace-nowrap">
        <End {...{ row, report, asked }} end="lowest" />
        {row.share && ' – '}
        <End {...{ row, report, asked }} end="highest" />
      </span>
    ),
  },
  ...(report.rows.some((row) => row.interval) ? [intervalColumn] : []),
]

const intervalColumn: Column<ReportRow> = {
  id: 'interval',
  title: 'Markov totals, 95 %',
  align: 'end',
  value: (row) => row.interval?.lower,
  cell: (row) => row.interval && <IntervalOf channel={row.value} interval={row.interval} />,
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
        {row.share && (
          <span className="text-sm text-ink-3">
            <Share {...{ row, report, asked }} model={id} />
          </span>
        )}
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
  return (
    <InlineFigure
      label={`${what === 'value' ? 'Value' : 'Sales'} of ${nameOf(row, report.by)} by ${titleOf(model)}`}
      value={what === 'value' ? row.credit[model] : row.sales[model]}
      unit={what === 'value' ? 'money' : 'number'}
      currency={report.reconciliation.currency}
      explain={{ metric: metricsOf(model)[what], ...selectionOf(row, report, asked) }}
    />
  )
}

const unshared = 'Nobody’s touch led to these sales, so no share of the credit is theirs.'

type ShareProps = Omit<CreditedProps, 'what'>

function Share({ row, report, asked, model }: ShareProps) {
  const explain = shareRequest(row, report, asked, model)
  return (
    <InlineFigure
      label={explain.derived?.label ?? ''}
      value={row.share?.[model]}
      unit="ratio"
      reason={unshared}
      explain={explain}
    />
  )
}

/** The share by the model that gives it least, or most. */
function End({ end, ...about }: Omit<ShareProps, 'model'> & { end: 'lowest' | 'highest' }) {
  const model = modelAt(about.row, end)
  return model && <Share {...about} model={model} />
}
