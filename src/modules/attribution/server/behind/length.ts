import type { DuckDBValue } from '@duckdb/node-api'
import { warehouse } from '../../../../engine/port.ts'
import type { Ctx } from '../../../../kernel/ctx.ts'
import { sample, unattributed } from '../../../metrics/rules.ts'
import type { JourneyFigure } from '../../contract.ts'
import { closedDuring, daysInWords, journeysSql, opportunitySql, paged, type Told } from './told.ts'

type Asked = Extract<JourneyFigure, { of: 'length' }>

const quantiles = { median: 0.5, p85: 0.85 }
const sizes = { touches: 'j.touches', days: 'epoch(j.closed_at - j.first_at) / 86400' }
const definitions = {
  touches: 'Touches within the window before the close of a won opportunity',
  days: 'Days from the first touch within the window to the close of a won opportunity',
}
const shares = { median: 'half of the sales took no more', p85: '85 % of the sales took no more' }

/** How many touches or days a sale took: the sales in order of it, and the place the figure stands at. */
export async function lengthTold(ctx: Ctx, asked: Asked): Promise<Told> {
  const { what, at } = asked
  const params: DuckDBValue[] = []
  const won = `j.outcome = 'won' and ${closedDuring(asked, params)}`
  const [found] = await ctx.use(warehouse).query<{ n: number; alone: number; value: number | null }>(
    `select count(*) filter (where touches > 0) as n, count(*) filter (where touches = 0) as alone,
       quantile_cont(${sizes[what]}, ${quantiles[at]}) filter (where touches > 0) as value from mart.journey j where ${won}`,
    params,
  )
  const { n, alone, value } = found!
  const unit = what === 'days' ? 'days' : 'number'
  return {
    figure: {
      label: `${what === 'days' ? 'Days' : 'Touches'} to a sale, ${at === 'median' ? 'median' : '85 % within'}`,
      value,
      unit,
      currency: null,
    },
    definition: `${definitions[what]}; ${shares[at]}.`,
    formula: `${at === 'median' ? 'median' : '85th percentile'} of ${what === 'days' ? 'close − first touch' : 'the touches'} of won opportunities that have a touch`,
    conditions: [daysInWords(asked), 'won', 'with a touch'],
    parts: [count('Sales with a touch', n), count('Sales without a touch, which have no length', alone)],
    says: n > 0 ? [placeOf(n, quantiles[at])] : [],
    signals: n > 0 ? [sample(n), unattributed(alone / (n + alone))] : [],
    adds: null,
    page: paged(ctx, {
      sql: `select ${opportunitySql}, ${sizes[what]} as ${what} from ${journeysSql} where ${won} and j.touches > 0`,
      params,
      columns: [what, 'opportunity', 'account', 'closed_on'],
      order: what,
      adds: null,
    }),
  }
}

const count = (name: string, value: number) => ({ name, value, unit: 'count' as const, currency: null })

/** Where between two rows in order the figure stands. */
function placeOf(n: number, quantile: number): string {
  const place = 1 + (n - 1) * quantile
  const [low, high] = [Math.floor(place), Math.ceil(place)]
  if (low === high) return `The rows stand in order of size; the figure is that of row ${low} of ${n}.`
  const part = Math.round((place - low) * 100)
  return `The rows stand in order of size; the figure lies ${part} % of the way from row ${low} to row ${high} of ${n}.`
}
