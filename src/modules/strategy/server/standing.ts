import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { Problem } from '../../../kernel/errors.ts'
import { addDays, type Day, periodsBetween } from '../../../methods/fiscal.ts'
import { type Actual, keptSoFar, standingOf } from '../rules.ts'
import type { Standing } from '../things/kpi.ts'
import { amountIn, type here, newestDay } from './figures.ts'
import type { KpiRow } from './tables.ts'

type Here = Awaited<ReturnType<typeof here>>

/** Where an agreement stands today, as far as the asker may see the figure. */
export async function standing(ctx: Ctx, row: KpiRow, at: Here): Promise<Standing> {
  const { isCumulative, better } = row.definition
  const terms = {
    ...{ from: row.from_on, to: row.to_on, baseline: row.baseline, target: row.target },
    ...{ path: row.path, band: row.band, isCumulative, better },
  }
  return standingOf(terms, await actualOf(ctx, row, at), at.today)
}

function actualOf(ctx: Ctx, row: KpiRow, at: Here): Promise<Actual> {
  if (row.definition.metric === null) return byHand(ctx, row, at)
  if (!holds(ctx.actor, 'metrics:read'))
    return Promise.resolve({ why: 'You need the permission “metrics:read” to see its figure.' })
  return counted(ctx, row, row.definition.metric, at).catch((error: unknown) => {
    if (error instanceof Problem) return { why: error.message }
    throw error
  })
}

/** A sum counts from the first day of the period to the newest row; a level is that of the newest whole month. */
async function counted(ctx: Ctx, row: KpiRow, metric: string, at: Here): Promise<Actual> {
  const { isCumulative, where } = row.definition
  const last = [row.to_on, addDays(at.today, -1)].sort()[0]!
  const on = last < row.from_on ? null : await newestDay(ctx, metric, row.from_on, last)
  if (on === null) return { why: 'No rows of its period have come in yet.' }
  const { since, to } = isCumulative ? { since: row.from_on, to: on } : monthOf(row, on, at)
  return { value: await amountIn(ctx, metric, { from: since, to, where }), since, on: to }
}

/** The newest month of the period that is whole on a day; the running one while none is. */
function monthOf(row: KpiRow, on: Day, { calendar }: Here): { since: Day; to: Day } {
  const months = periodsBetween(row.from_on, on, 'month', calendar)
  const whole = months.filter((one) => one.endsOn <= on).at(-1)
  const found = whole ?? months[0]!
  return { since: found.startsOn, to: found.endsOn < on ? found.endsOn : on }
}

async function byHand(ctx: Ctx, row: KpiRow, at: Here): Promise<Actual> {
  const values = await valuesOf(ctx, row.id)
  const newest = values.at(-1)
  if (!newest) return { why: 'Nobody has kept a value of its period yet.' }
  if (row.definition.isCumulative) return sumByHand(row, values, at)
  const month = at.month(newest.month_on)
  return { value: newest.value, since: month.startsOn, on: [month.endsOn, at.today].sort()[0]! }
}

/** A sum counts to the end of the last month before one that nobody has kept. */
function sumByHand(row: KpiRow, values: { month_on: Day; value: number }[], at: Here): Actual {
  const months = periodsBetween(row.from_on, row.to_on, 'month', at.calendar)
  const { sums, missing } = keptSoFar(months, new Map(values.map((one) => [one.month_on, one.value])))
  const last = sums.at(-1)
  if (!last)
    return {
      why: `Nobody has kept a value of ${missing?.label}; a sum counts from the first month of its period.`,
    }
  return { value: last.sum, since: row.from_on, on: [last.month.endsOn, at.today].sort()[0]! }
}

export const valuesOf = (ctx: Ctx, id: string) =>
  ctx.db.selectFrom('strategy_values').selectAll().where('kpi_id', '=', id).orderBy('month_on').execute()
