import { holds } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays, periodsBetween } from '../../../methods/fiscal.ts'
import type { strategy } from '../contract.ts'
import { keptSoFar } from '../rules.ts'
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
  const sums = row.definition.isCumulative && found ? sumsOf(months, found) : null
  const items = months.map(({ label, startsOn, endsOn }, at) => {
    const isKnown = found !== null && startsOn <= found.until
    const actual = sums ? (sums.get(startsOn) ?? null) : (found?.values.get(startsOn) ?? null)
    return { label, endsOn, expected: row.path[at]!.value, actual: isKnown ? actual : null }
  })
  return { items }
}

type Found = { values: Map<string, number | null>; isCounted: boolean; until: string }

/** Counted, a month without rows is a month of nothing; kept by hand, it is one that nobody knows. */
function sumsOf(months: Parameters<typeof keptSoFar>[0], { values, isCounted, until }: Found) {
  const known = months.flatMap(({ startsOn }) => {
    const value = values.get(startsOn) ?? (isCounted && startsOn <= until ? 0 : null)
    return value === null ? [] : [[startsOn, value] as const]
  })
  return new Map(keptSoFar(months, new Map(known)).sums.map(({ month, sum }) => [month.startsOn, sum]))
}

async function foundBy(ctx: Ctx, row: KpiRow, today: string): Promise<Found | null> {
  const { metric, where } = row.definition
  if (metric === null) {
    const kept = await valuesOf(ctx, row.id)
    const until = kept.at(-1)?.month_on
    if (!until) return null
    return { until, isCounted: false, values: new Map(kept.map((one) => [one.month_on, one.value])) }
  }
  // As the standing does: today is not over, and counts tomorrow.
  const last = [row.to_on, addDays(today, -1)].sort()[0]!
  if (!holds(ctx.actor, 'metrics:read') || last < row.from_on) return null
  const until = await newestDay(ctx, metric, row.from_on, last)
  if (until === null) return null
  const values = await monthsIn(ctx, metric, { from: row.from_on, to: until, where })
  return { until, isCounted: true, values }
}
