import type { DuckDBValue } from '@duckdb/node-api'
import { warehouse } from '../../../../engine/port.ts'
import type { Ctx } from '../../../../kernel/ctx.ts'
import type { JourneyFigure } from '../../contract.ts'
import { movesSql } from '../journeys.ts'
import { closedDuring, daysInWords, journeysSql, opportunitySql, paged, type Told } from './told.ts'

type Asked = Extract<JourneyFigure, { of: 'step' }>

/** The closed opportunities whose journey took a step, each once a step. */
export async function stepTold(ctx: Ctx, asked: Asked): Promise<Told> {
  const params: DuckDBValue[] = []
  const during = closedDuring(asked, params)
  const bind = (text: string) => `$${params.push(text)}`
  const steps = asked.leads.map(({ from, to }) => `(${bind(from)}, ${bind(to)})`).join(', ')
  const taken = `with ${movesSql(during)}, taken as (select * from moved where ("from", "to") in (${steps}))`
  const [found] = await ctx
    .use(warehouse)
    .query<{ n: number }>(`${taken} select count(*) as n from taken`, params)
  const [first] = asked.leads
  const label =
    asked.leads.length === 1 ? `Journeys from ${first!.from} to ${first!.to}` : 'Journeys of these steps'
  return {
    figure: { label, value: found!.n, unit: 'count', currency: null },
    definition:
      'Closed opportunities whose touches led from the one channel straight to the other, each counted once a step however often it took it. A journey begins at Start and ends at Won or Lost.',
    formula: 'number of closed opportunities with the step, each once',
    conditions: [
      daysInWords(asked),
      ...asked.leads.slice(0, 12).map(({ from, to }) => `${from} → ${to}`),
      ...(asked.leads.length > 12 ? [`and ${asked.leads.length - 12} more steps`] : []),
    ],
    parts: [],
    says: [],
    signals: [],
    adds: null,
    page: paged(ctx, {
      sql: `${taken} select ${opportunitySql}, taken."from" as step_from, taken."to" as step_to from taken join (${journeysSql}) using (opportunity_id)`,
      params,
      columns: ['opportunity', 'account', 'step_from', 'step_to', 'outcome', 'closed_on'],
      order: 'closed_on desc nulls last, step_from, step_to',
      adds: null,
    }),
  }
}
