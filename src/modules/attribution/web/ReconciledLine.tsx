import { count, money } from '../../../ui/format/number.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import type { ModelId, Report } from '../contract.ts'
import { reconciled } from './reconcile.ts'

/** The rows added up, held against the revenue of all won opportunities. */
export function ReconciledLine({ report, model }: { report: Report; model: ModelId }) {
  const { credited, unattributed, sales, salesUnattributed, isEven } = reconciled(report, model)
  const { currency, revenue } = report.reconciliation
  const amount = (value: number) => money(value, currency)
  return (
    <footer className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line pt-3 text-sm">
      <p className="tabular text-ink">
        {`Revenue ${amount(revenue)} = credited ${amount(credited)} + unattributed ${amount(unattributed)}`}
      </p>
      <p className="tabular text-ink-2">
        {`${count(report.reconciliation.sales)} sales: ${count(round(sales))} credited, ${count(round(salesUnattributed))} unattributed · ${currency}`}
      </p>
      <Badge tone={isEven ? 'good' : 'bad'}>{isEven ? 'adds up' : 'does not add up'}</Badge>
    </footer>
  )
}

const round = (value: number) => Math.round(value * 1000) / 1000
