import type { Ctx } from '../../../kernel/ctx.ts'
import { nextPeriod, type Period, periodOf } from '../../../methods/fiscal.ts'
import { forecast as foretell } from '../../../methods/forecast/index.ts'
import type { Arrivals } from '../../../methods/landing.ts'
import type { Organisation } from '../../imports/server/index.ts'
import type { OpenOpportunity } from '../routes/landing.ts'
import {
  arrivalsOf,
  type Curves,
  chancesOf,
  curvesOf,
  decidedIn,
  type NewMonth,
  periodsAfter,
  seasonOf,
  spansFrom,
  whyNotLand,
} from '../rules.ts'
import { type OpenRow, openOf, pastOf, type Seen, wonOf } from './landing-rows.ts'
import { seriesOf } from './series.ts'

/** What was known on a day, and what it lets expect of the quarter that ran and the next. */
export type Standing = {
  seen: Seen
  quarters: [Period, Period]
  spans: ReturnType<typeof spansFrom>
  curves: Curves
  lines: OpenOpportunity[]
  arrivals: Arrivals[]
  amounts: number[]
  decided: ReturnType<typeof decidedIn>
  winRate: number
  /** Standard error of the win rate, relative to it. */
  winRateError: number
  averageValue: number
  medianDays: number | null
  newPerMonth: number
  notices: string[]
}

export type Unknown = { refused: string; open: OpenRow[] }

export async function standingOn(ctx: Ctx, seen: Seen, here: Organisation): Promise<Standing | Unknown> {
  const [past, open, won] = await Promise.all([pastOf(ctx, seen), openOf(ctx, seen), wonOf(ctx, seen)])
  const decided = decidedIn(past.opened)
  const refused =
    whyNotLand(decided) ?? (won.amounts.length > 0 ? null : 'Won opportunities carry no amount.')
  if (refused !== null) return { refused, open }

  const quarter = periodOf(seen.on, 'quarter', here.calendar)
  const quarters: [Period, Period] = [quarter, nextPeriod(quarter, here.calendar)]
  const spans = spansFrom(seen.on, quarters)
  const curves = curvesOf(past)
  const averageValue = won.amounts.reduce((sum, one) => sum + one, 0) / won.amounts.length
  const coming = await comingMonths(ctx, seen, quarters[1], here)
  const last = curves.opened.causes.won?.at(-1)
  return {
    seen,
    quarters,
    spans,
    curves,
    lines: open.map((row) => toLine(row, averageValue, curves, spans)),
    arrivals: arrivalsOf(coming.months, seen.on, curves.opened, spans),
    ...won,
    decided,
    winRate: last?.incidence ?? 0,
    winRateError: last && last.incidence > 0 ? last.se / last.incidence : 0,
    averageValue,
    newPerMonth: coming.months.reduce((sum, one) => sum + one.point / coming.months.length, 0),
    notices: coming.notices,
  }
}

function toLine(
  row: OpenRow,
  averageValue: number,
  curves: Curves,
  spans: ReturnType<typeof spansFrom>,
): OpenOpportunity {
  const { basis, age, chances } = chancesOf(curves, row, spans)
  const hasAmount = row.amount !== null && row.amount > 0
  return {
    id: row.id,
    key: row.key,
    name: row.name,
    account: row.account,
    owner: row.owner,
    stage: row.stage,
    amount: hasAmount ? (row.amount as number) : averageValue,
    hasAmount,
    age,
    basis,
    thisQuarter: chances[0]!,
    nextQuarter: chances[1]!,
  }
}

/** The conditions, and the one currency, as every figure takes them. */
export const narrowed = ({ where, currency }: Seen) => [
  ...where,
  { dimension: 'currency', is: 'in' as const, values: [currency] },
]

/** The months from the last whole one to the end of the next quarter, with what is expected to open in them. */
async function comingMonths(
  ctx: Ctx,
  seen: Seen,
  last: Period,
  { calendar }: Organisation,
): Promise<{ months: NewMonth[]; notices: string[] }> {
  const asked = { metric: 'opportunities', grain: 'month' as const, to: seen.on, where: narrowed(seen) }
  const series = await seriesOf(ctx, asked)
  const known = series.periods.at(-1)
  const ahead = known ? periodsAfter(known, 12, calendar).filter((one) => one.startsOn <= last.endsOn) : []
  const options = { period: seasonOf.month, horizon: Math.max(1, ahead.length), isCount: true }
  const told = series.refused === null ? foretell(series.values, options) : { refused: series.refused }
  if ('refused' in told)
    return { months: [], notices: [`No new opportunities are counted in. ${told.refused}`] }
  return {
    months: ahead.map((period, at) => ({ period, ...told.points[at]! })),
    notices: told.hasShifted ? ['The number of new opportunities may have shifted lately.'] : [],
  }
}

/** What is still to come in the quarter that runs: its sum, and how far chance alone makes it vary (relative). */
export function toComeIn({ lines, arrivals, averageValue }: Standing): { expected: number; noise: number } {
  const open = lines.map((one) => ({ amount: one.amount, chance: one.thisQuarter }))
  const few = arrivals.map((one) => ({ mean: one.expected * one.chances[0]! }))
  const expected =
    open.reduce((sum, one) => sum + one.amount * one.chance, 0) +
    few.reduce((sum, one) => sum + one.mean * averageValue, 0)
  const variance =
    open.reduce((sum, one) => sum + one.amount ** 2 * one.chance * (1 - one.chance), 0) +
    few.reduce((sum, one) => sum + one.mean * averageValue ** 2, 0)
  return { expected, noise: expected > 0 ? Math.sqrt(variance) / expected : 0 }
}
