import { figure } from '../../../ui/format/figure.ts'
import type { Derived, ExplainRequest } from '../../../ui/port/Ports.tsx'
import { being, type Condition } from '../../../ui/where/where.ts'
import type { ModelId, Report, ReportRow } from '../contract.ts'
import { titleOf } from '../rules.ts'
import { attributed, nameOf } from './finding.ts'

export type Asked = { by: string; from?: string; to?: string; where: Condition[] }
type Whole = Pick<Report, 'reconciliation'>

/** The selection whose rows add up to a figure of the report; sales without a touch are kept apart from the others. */
export const selectionOf = (row: ReportRow, report: Whole, asked: Asked) =>
  narrowed(report, asked, [
    ...(row.isUnattributed ? [] : [being(asked.by, row.value)]),
    being('attributed', row.isUnattributed ? 'no' : 'yes'),
  ])

/** All that was credited, or all that was not. */
export const partOf = (isUnattributed: boolean, report: Whole, asked: Asked) =>
  narrowed(report, asked, [being('attributed', isUnattributed ? 'no' : 'yes')])

/** Everything that was sold. */
export const allOf = (report: Whole, asked: Asked) => narrowed(report, asked, [])

const narrowed = ({ reconciliation }: Whole, { from, to, where }: Asked, own: Condition[]) => ({
  ...(from ? { from } : {}),
  ...(to ? { to } : {}),
  where: [...where, ...own, being('counted_currency', reconciliation.currency)],
})

export const metricsOf = (model: ModelId) =>
  ({ value: `attributed_value_${model}`, sales: `attributed_won_${model}` }) as const

/** A share of the credited value by a model; the rows are those of its numerator. */
export function shareRequest(row: ReportRow, report: Report, asked: Asked, model: ModelId): ExplainRequest {
  const name = nameOf(row, report.by)
  const { currency } = report.reconciliation
  const whole = attributed(report.rows, model).reduce((sum, one) => sum + one.credit[model], 0)
  const derived: Derived = {
    label: `Share of ${name} by ${titleOf(model)}`,
    value: row.share?.[model],
    unit: 'ratio',
    definition:
      'The part of the credited value that falls to it; sales without a touch are no part of the whole.',
    formula: 'value credited to it ÷ value credited to all',
    parts: [
      { name: `Value credited to ${name}`, value: figure(row.credit[model], 'money', currency) },
      { name: 'Value credited to all', value: figure(whole, 'money', currency) },
    ],
  }
  return { metric: metricsOf(model).value, ...selectionOf(row, report, asked), derived }
}

/** The model by which the share is lowest, or highest; the first of several. */
export function modelAt({ share, lowest, highest }: ReportRow, end: 'lowest' | 'highest'): ModelId | null {
  const wanted = end === 'lowest' ? lowest : highest
  const found = Object.entries(share ?? {}).find(([, one]) => one === wanted)
  return found ? (found[0] as ModelId) : null
}
