import type { DuckDBValue } from '@duckdb/node-api'
import { warehouse } from '../../../../engine/port.ts'
import type { Ctx } from '../../../../kernel/ctx.ts'
import { sample } from '../../../metrics/rules.ts'
import type { JourneyFigure } from '../../contract.ts'
import { pathsSql } from '../journeys.ts'
import { saleCurrency } from '../report.ts'
import { closedDuring, daysInWords, journeysSql, opportunitySql, paged, type Told } from './told.ts'

type Asked = Extract<JourneyFigure, { of: 'path' }>

const labels = {
  won: 'Won by this path',
  lost: 'Lost by this path',
  rate: 'Win rate of this path',
  value: 'Value won by this path',
}
const formulas = {
  won: 'number of won opportunities whose touches went this way',
  lost: 'number of lost opportunities whose touches went this way',
  rate: 'won ÷ (won + lost)',
  value: 'sum of the revenue of the won opportunities whose touches went this way',
}
const outcomes = {
  won: "j.outcome = 'won'",
  lost: "j.outcome = 'lost'",
  rate: 'true',
  value: "j.outcome = 'won'",
}

/** The closed opportunities that took one path. */
export async function pathTold(ctx: Ctx, asked: Asked): Promise<Told> {
  const { what, channels } = asked
  const params: DuckDBValue[] = []
  const during = closedDuring(asked, params)
  const way = channels.map((channel) => (channel === null ? 'null' : `$${params.push(channel)}`)).join(', ')
  const taken = `with ${pathsSql(during)}, taken as (
    select opportunity_id from path where path is not distinct from [${way}]::varchar[])`
  const [found] = await ctx.use(warehouse).query<{ won: number; lost: number; value: number | null }>(
    `${taken} select count(*) filter (where outcome = 'won') as won, count(*) filter (where outcome = 'lost') as lost,
       sum(value)::double as value from path where opportunity_id in (from taken)`,
    params,
  )
  const { won, lost, value } = found!
  const currency = await saleCurrency(ctx)
  const rate = won + lost === 0 ? null : won / (won + lost)
  const units = { won: 'count', lost: 'count', rate: 'ratio', value: 'money' } as const
  return {
    figure: {
      label: labels[what],
      value: { won, lost, rate, value: value ?? 0 }[what],
      unit: units[what],
      currency: what === 'value' ? currency : null,
    },
    definition: `Closed opportunities whose touches went through these channels in this order, what follows itself said once: ${channels.map((one) => one ?? 'No channel').join(' → ')}.`,
    formula: formulas[what],
    conditions: [daysInWords(asked), ...(what === 'rate' ? [] : [what === 'lost' ? 'lost' : 'won'])],
    parts:
      what === 'rate'
        ? [
            { name: 'Won', value: won, unit: 'count', currency: null },
            { name: 'Won + lost', value: won + lost, unit: 'count', currency: null },
          ]
        : [],
    says: what === 'value' ? [`Only sales in ${currency} count; money is not added across currencies.`] : [],
    signals: what === 'rate' && won + lost > 0 ? [sample(won + lost)] : [],
    adds: what === 'value' ? 'value' : null,
    page: paged(ctx, {
      sql: `${taken} select ${opportunitySql} from ${journeysSql} where opportunity_id in (from taken) and ${outcomes[what]}`,
      params,
      columns: ['opportunity', 'account', 'outcome', 'closed_on', 'value'],
      order: 'closed_on desc nulls last',
      adds: what === 'value' ? 'value' : null,
    }),
  }
}
