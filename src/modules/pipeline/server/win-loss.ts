import type { DuckDBValue } from '@duckdb/node-api'
import { warehouse } from '../../../engine/port.ts'
import { conditions, dimensionOf } from '../../../engine/query/compile.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { toMoney } from '../../../methods/money.ts'
import { wilson } from '../../../methods/proportion.ts'
import { freshen } from '../../imports/server/index.ts'
import type { pipeline } from '../contract.ts'
import { interval, opportunityFact } from './cohort.ts'

type Sums = { won: number; lost: number; value: string | null; currency: string | null; currencies: number }

const sums = `count(*) filter (where outcome = 'won') as won, count(*) filter (where outcome = 'lost') as lost,
  (sum(amount) filter (where outcome = 'won'))::varchar as value, min(currency) filter (where outcome = 'won') as currency,
  count(distinct currency) filter (where outcome = 'won') as currencies`

const wonValueOf = ({ value, currency, currencies }: Sums) =>
  value === null || !currency || currencies > 1 ? null : toMoney(value, currency)

export async function winLoss(ctx: Ctx, { by, ...cohort }: In<typeof pipeline.winLoss>) {
  await freshen(ctx)
  const params: DuckDBValue[] = []
  const where = ["outcome <> 'open'", ...conditions(opportunityFact, cohort, 'closed_on', params)].join(
    ' and ',
  )
  const rows = await ctx
    .use(warehouse)
    .query<Sums & { value_of: string | null }>(
      `select ${dimensionOf(opportunityFact, by)}::varchar as value_of, ${sums} from mart.opportunity where ${where} group by 1 order by count(*) desc, 1 limit 200`,
      params,
    )
  return {
    groups: rows.map((row) => {
      const rate = wilson(row.won, row.won + row.lost)
      return {
        value: row.value_of,
        won: row.won,
        lost: row.lost,
        winRate: rate?.rate ?? null,
        interval: interval(rate),
        wonValue: wonValueOf(row),
      }
    }),
    notes: rows.some((row) => row.currencies > 1)
      ? ['Won value is n/a where amounts are in several currencies.']
      : [],
  }
}

export async function velocity(ctx: Ctx, cohort: In<typeof pipeline.velocity>) {
  await freshen(ctx)
  const params: DuckDBValue[] = []
  const where = [
    'true',
    ...conditions(opportunityFact, cohort, 'coalesce(closed_on, opened_on)', params),
  ].join(' and ')
  const days = `datediff('day', opened_on, closed_on)`
  const [row] = await ctx.use(warehouse).query<Sums & { open: number; days: number | null }>(
    `select ${sums}, count(*) filter (where outcome = 'open') as open,
       quantile_cont(${days}, 0.5) filter (where outcome = 'won' and not opened_imputed and ${days} >= 0) as days
     from mart.opportunity where ${where}`,
    params,
  )
  const { won = 0, lost = 0, open = 0, days: cycle = null } = row ?? {}
  const winRate = won + lost === 0 ? null : won / (won + lost)
  const total = row ? wonValueOf(row) : null
  const average = total && won > 0 ? toMoney(total.amount / won, total.currency) : null
  const perDay =
    average && winRate !== null && cycle
      ? toMoney((open * winRate * average.amount) / cycle, average.currency)
      : null
  return {
    opportunities: open,
    winRate,
    averageValue: average,
    medianDays: cycle,
    perDay,
    notes: perDay ? [] : [whyNone(winRate, average !== null, cycle, open)],
  }
}

function whyNone(winRate: number | null, hasAverage: boolean, cycle: number | null, open: number): string {
  if (winRate === null) return 'Velocity is n/a: nothing was won or lost in the period.'
  if (!hasAverage) return 'Velocity is n/a: won opportunities carry no amount, or several currencies.'
  if (!cycle) return 'Velocity is n/a: no won opportunity says when it opened, or all closed the same day.'
  return open === 0 ? 'Velocity is 0: no opportunity is open.' : 'Velocity is n/a.'
}
