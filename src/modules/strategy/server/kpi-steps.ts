import { holds } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { periodsBetween } from '../../../methods/fiscal.ts'
import type { strategy } from '../contract.ts'
import { here, monthsIn, newestDay } from './figures.ts'
import { requireKpi } from './kpi-show.ts'
import { valuesOf } from './standing.ts'
import type { KpiRow } from './tables.ts'

/** The path month by month, and what came beside it: of a sum all since the period began, of a level the month’s own. */
export async function kpiSteps(ctx: Ctx, { id }: In<typeof strategy.kpiSteps>) {
  const row = await requireKpi(ctx, id)
  const { calendar, today } = await here(ctx)
  const months = periodsBetween(row.from_on, row.to_on, 'month', calendar)
  const found = await foundBy(ctx, row, today)
  let so = 0
  const items = months.map(({ label, startsOn, endsOn }, at) => {
    const own = found?.values.get(startsOn) ?? null
    so += own ?? 0
    const isKnown = found !== null && startsOn <= found.until
    const actual = row.definition.isCumulative ? so : own
    return { label, endsOn, expected: row.path[at]!.value, actual: isKnown ? actual : null }
  })
  return { items }
}

async function foundBy(ctx: Ctx, row: KpiRow, today: string) {
  const { metric, where } = row.definition
  if (metric === null) {
    const kept = await valuesOf(ctx, row.id)
    const until = kept.at(-1)?.month_on
    return until ? { until, values: new Map(kept.map((one) => [one.month_on, one.value])) } : null
  }
  const last = [row.to_on, today].sort()[0]!
  if (!holds(ctx.actor, 'metrics:read') || last < row.from_on) return null
  const until = await newestDay(ctx, metric, row.from_on, last)
  return until === null
    ? null
    : { until, values: await monthsIn(ctx, metric, { from: row.from_on, to: until, where }) }
}
