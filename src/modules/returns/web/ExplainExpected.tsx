import { address } from '../../../kernel/client.ts'
import { ExplainDrawer } from '../../../ui/figure/ExplainDrawer.tsx'
import { download } from '../../../ui/format/csv.ts'
import { figure } from '../../../ui/format/figure.ts'
import { count, percent } from '../../../ui/format/number.ts'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { useOrganisation } from '../../../ui/port/Ports.tsx'
import { useQuery, useRows } from '../../../ui/query.ts'
import { metrics } from '../../metrics/contract.ts'
import type { CellProps } from './Cell.tsx'
import { amountOf, currencyOf, type Name } from './columns.ts'

type Line = Record<string, unknown>
const written = (value: unknown) => (value === null || value === undefined ? '' : String(value))

/** What an expected figure is made of: seen so far, still to come, and the rows behind what was seen. */
export function ExplainExpected({ row, column, about, onClose }: CellProps & { onClose: () => void }) {
  const { from, to } = about.asking
  const selection = {
    metric: about.metric,
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    where: about.where,
  }
  const asked = useQuery(metrics.explain, selection, { keepsOld: false })
  const behind = useRows(metrics.rows, selection, 50, { keepsOld: false })
  const columns = behind.first?.columns ?? []
  return (
    <ExplainDrawer<Line>
      isOpen
      onClose={onClose}
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
      figure={{
        label: `${column.title}, expected in the end`,
        value: amountOf(row, column.name),
        currency: currencyOf(row, column.name),
        unit: column.unit,
      }}
      definition="Of the people who became leads in the period: what came of them so far, and what older leads of the same age went on to do."
      formula={formulas[column.name]}
      filters={asked.data?.conditions.map((value) => ({ value }))}
      sources={[
        ...(asked.data?.imports ?? []).map(({ id, file, landedAt, rows }) => ({
          id,
          title: file,
          path: `/imports/${id}`,
          at: landedAt,
          note: `${count(rows)} rows`,
        })),
        ...(asked.data?.written ?? []).map(({ title, path, rows }) => ({
          id: path,
          title,
          path,
          note: `${count(rows)} rows`,
        })),
      ]}
      rows={{
        columns: columns.map((id) => ({
          id,
          title: id.replaceAll('_', ' '),
          value: (line: Line) => written(line[id]),
        })),
        rows: behind.rows ?? [],
        rowId: (_, index) => String(index),
        total: behind.total,
        hasMore: behind.paging.hasMore,
        isLoadingMore: behind.paging.isLoadingMore,
        loadMore: () => void behind.paging.loadMore(),
        onExport: () => download(address(metrics.exportRows, selection).url),
      }}
    >
      <Parts row={row} />
      <Notes
        notes={[
          'The rows are those seen so far; what is still to come has none.',
          ...(asked.data?.notes ?? []),
        ]}
      />
    </ExplainDrawer>
  )
}

const formulas: Partial<Record<Name, string>> = {
  opportunities: 'opportunities so far + Σ over open leads (F(∞) − F(age)) ÷ S(age)',
  sales: 'sales so far + Σ over open leads (F(∞) − F(age)) ÷ S(age)',
  wonValue: 'won value so far + sales to come × average won value',
  costPerOpportunity: 'cost ÷ expected opportunities',
  costPerSale: 'cost ÷ expected sales',
  roi: '(expected won value − cost) ÷ cost',
}

function Parts({ row }: Pick<CellProps, 'row'>) {
  const { currency } = useOrganisation()
  const { soFar } = row
  if (!soFar) return null
  const lines = [
    ['Cost', figure(row.cost?.amount, 'money', row.cost?.currency ?? currency)],
    ['Leads', count(row.leads)],
    ['Opportunities so far', count(soFar.opportunities)],
    ['Opportunities expected', count(row.opportunities)],
    ['Sales so far', count(soFar.sales)],
    ['Sales expected', count(row.sales)],
    ['Won value so far', figure(soFar.wonValue?.amount, 'money', soFar.wonValue?.currency ?? currency)],
    ['Won value expected', figure(row.wonValue?.amount, 'money', row.wonValue?.currency ?? currency)],
    ['Maturity', soFar.maturity === null ? 'n/a' : percent(soFar.maturity, 0)],
  ]
  return (
    <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 rounded-md border border-line px-3 py-2">
      {lines.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-ink-2">{name}</dt>
          <dd className="tabular text-right font-medium">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
