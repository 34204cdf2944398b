import { ExplainDrawer } from '../../../ui/figure/ExplainDrawer.tsx'
import { figure } from '../../../ui/format/figure.ts'
import { count, percent } from '../../../ui/format/number.ts'
import { Notes } from '../../../ui/parts/Notes.tsx'
import { useOrganisation } from '../../../ui/port/Ports.tsx'
import { useBehind } from '../../metrics/web/index.ts'
import type { CellProps } from './Cell.tsx'
import { amountOf, currencyOf, type Name } from './columns.ts'

/** What an expected figure is made of: seen so far, still to come, and the rows behind what was seen. */
export function ExplainExpected({ row, column, about, onClose }: CellProps & { onClose: () => void }) {
  const { notes, ...behind } = useBehind(about.metric, { ...about.asking, where: about.where })
  return (
    <ExplainDrawer
      {...behind}
      isOpen
      onClose={onClose}
      figure={{
        label: `${column.title}, expected in the end`,
        value: amountOf(row, column.name),
        currency: currencyOf(row, column.name),
        unit: column.unit,
      }}
      definition="Of the people who became leads in the period: what came of them so far, and what older leads of the same age went on to do."
      formula={formulas[column.name]}
    >
      <Parts row={row} />
      <Notes notes={['The rows are those seen so far; what is still to come has none.', ...notes]} />
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
