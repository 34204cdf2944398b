import type { DuckDBValue } from '@duckdb/node-api'
import { warehouse } from '../../../../engine/port.ts'
import type { Ctx } from '../../../../kernel/ctx.ts'
import type { Signal } from '../../../metrics/rules.ts'
import type { Explained } from '../../contract.ts'

export type Line = Record<string, unknown>
export type Page = {
  columns: string[]
  /** Each with `batch` and `row_no`; with `id` where it is an opportunity. */
  items: Line[]
  total: number
  sum: number | null
  batches: Map<number, number>
}
export type Told = Pick<Explained, 'figure' | 'definition' | 'formula' | 'conditions' | 'parts' | 'says'> & {
  signals: Signal[]
  adds: string | null
  page: (limit: number, offset: number) => Promise<Page>
}

type Select = { sql: string; params: DuckDBValue[]; columns: string[]; order: string; adds: string | null }

/** Rows of a select in a stable order; what one column adds up to is counted over all of them. */
export const paged =
  (ctx: Ctx, { sql, params, columns, order, adds }: Select): Told['page'] =>
  async (limit, offset) => {
    const store = ctx.use(warehouse)
    const items = await store.query<Line>(
      `${sql} order by ${order}, batch, row_no limit ${limit} offset ${offset}`,
      params,
    )
    const counts = await store.query<{ batch: number | null; n: number; sum: number | null }>(
      `select batch, count(*) as n, ${adds ? `sum("${adds}")::double` : 'null'} as sum from (${sql}) group by 1`,
      params,
    )
    const batches = new Map(counts.flatMap(({ batch, n }) => (batch === null ? [] : [[batch, n] as const])))
    return {
      columns,
      items,
      total: counts.reduce((total, one) => total + one.n, 0),
      sum: adds ? counts.reduce((total, one) => total + (one.sum ?? 0), 0) : null,
      batches,
    }
  }

export type Days = { from?: string | undefined; to?: string | undefined }

/** Closed within the days, as SQL over the journeys `j`. */
export function closedDuring({ from, to }: Days, params: DuckDBValue[]): string {
  const bind = (value: DuckDBValue) => `$${params.push(value)}`
  return [
    'true',
    ...(from ? [`j.closed_on >= ${bind(from)}::date`] : []),
    ...(to ? [`j.closed_on <= ${bind(to)}::date`] : []),
  ].join(' and ')
}

export const daysInWords = ({ from, to }: Days): string =>
  from && to
    ? `closed from ${from} to ${to}`
    : from
      ? `closed since ${from}`
      : to
        ? `closed until ${to}`
        : 'of all time'

/** What names a closed opportunity in a row, over `j` and `o`. */
export const opportunitySql = `j.opportunity_id as id, o.name as opportunity, o.account, j.closed_on::varchar as closed_on, j.outcome,
  case when j.is_counted then (j.revenue * j.unit)::double end as value, j.batch, j.row_no`

export const journeysSql = 'mart.journey j join mart.opportunity o using (opportunity_id)'
