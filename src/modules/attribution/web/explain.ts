import type { Condition } from '../../../ui/where/where.ts'
import type { ModelId, Report, ReportRow } from '../contract.ts'

export type Asked = { by: string; from?: string; to?: string; where: Condition[] }
type Narrowed = { dimension: string; is: 'in' | 'not_in'; values: (string | null)[] }

/**
 * The selection whose rows add up to a figure of the report. Sales without a touch are those whose channel and campaign
 * are blank; of every other row they are kept out. Where touches without a channel stand beside them, no condition
 * tells the two apart, and nothing is answered.
 */
export function selectionOf(row: ReportRow, report: Pick<Report, 'rows' | 'reconciliation'>, asked: Asked) {
  const { by, from, to, where } = asked
  const hasAlone = report.rows.some((one) => one.isUnattributed)
  const isBlank = (one: ReportRow) => by === 'channel' && one.value === null && !one.isUnattributed
  if (hasAlone && (isBlank(row) || (row.isUnattributed && report.rows.some(isBlank)))) return undefined
  const is = (dimension: string, value: string | null): Narrowed => ({ dimension, is: 'in', values: [value] })
  const touched: Narrowed = { dimension: 'channel', is: 'not_in', values: [null] }
  const own = row.isUnattributed
    ? [is('channel', null), is('campaign', null)]
    : [is(by, row.value), ...(hasAlone && by !== 'channel' ? [touched] : [])]
  return {
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    where: [...where, ...own, is('currency', report.reconciliation.currency)],
  }
}

export const metricsOf = (model: ModelId) =>
  ({ value: `attributed_value_${model}`, sales: `attributed_won_${model}` }) as const
