import { count, money } from '../../../ui/format/number.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import type { ModelId, Report } from '../contract.ts'
import { reconciled } from './reconcile.ts'

type ReconciledLineProps = { report: Report; model: ModelId; isPart: boolean }

/** The rows added up, held against the revenue of all won opportunities. */
export function ReconciledLine({ report, model, isPart }: ReconciledLineProps) {
  const { credited, unattributed, sales, salesUnattributed, isEven } = reconciled(report, model)
  const { currency, revenue } = report.reconciliation
  const amount = (value: number) => money(value, currency)
  if (isPart)
    return (
      <p className="mt-3 border-t border-line pt-3 text-sm text-ink-2">
        {`Credited ${amount(credited)} to the touches that fit the conditions. Other touches have their part in the same sales, so this is no revenue to reconcile with.`}
      </p>
    )
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
