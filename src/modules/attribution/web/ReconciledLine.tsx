import { InlineFigure } from '../../../ui/figure/Figure.tsx'
import type { Unit } from '../../../ui/format/figure.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import type { ExplainRequest } from '../../../ui/port/Ports.tsx'
import type { ModelId, Report } from '../contract.ts'
import { type Asked, allOf, metricsOf, partOf } from './explain.ts'
import { reconciled } from './reconcile.ts'

type ReconciledLineProps = { report: Report; model: ModelId; asked: Asked; isPart: boolean }

/** The rows added up, held against the revenue of all won opportunities; every number explains itself. */
export function ReconciledLine({ report, model, asked, isPart }: ReconciledLineProps) {
  const { credited, unattributed, sales, salesUnattributed, isEven } = reconciled(report, model)
  const { currency, revenue } = report.reconciliation
  const metrics = metricsOf(model)
  const figure = (label: string, value: number, unit: Unit, explain: ExplainRequest) => (
    <InlineFigure {...{ label, value, unit, currency, explain }} />
  )
  const all = allOf(report, asked)
  const [touched, alone] = [partOf(false, report, asked), partOf(true, report, asked)]
  const creditedValue = figure('Credited', credited, 'money', { metric: metrics.value, ...touched })
  if (isPart)
    return (
      <p className="mt-3 border-t border-line pt-3 text-sm text-ink-2">
        {'Credited '}
        {creditedValue}
        {
          ' to the touches that fit the conditions. Other touches have their part in the same sales, so this is no revenue to reconcile with.'
        }
      </p>
    )
  return (
    <footer className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line pt-3 text-sm">
      <p className="tabular text-ink">
        {'Revenue '}
        {figure('Revenue', revenue, 'money', { metric: 'won_value', ...all })}
        {' = credited '}
        {creditedValue}
        {' + unattributed '}
        {figure('Unattributed', unattributed, 'money', { metric: metrics.value, ...alone })}
      </p>
      <p className="tabular text-ink-2">
        {figure('Sales', report.reconciliation.sales, 'count', { metric: 'won', ...all })}
        {' sales: '}
        {figure('Sales credited', round(sales), 'number', { metric: metrics.sales, ...touched })}
        {' credited, '}
        {figure('Sales unattributed', round(salesUnattributed), 'number', {
          metric: metrics.sales,
          ...alone,
        })}
        {` unattributed · ${currency}`}
      </p>
      <Badge tone={isEven ? 'good' : 'bad'}>{isEven ? 'adds up' : 'does not add up'}</Badge>
    </footer>
  )
}

const round = (value: number) => Math.round(value * 1000) / 1000
