import { warehouse } from '../../../engine/port.ts'
import { keyOf } from '../../../engine/query/calendar.ts'
import { catalogue } from '../../../engine/query/catalogue.ts'
import { run } from '../../../engine/query/run.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import {
  addDays,
  type Day,
  dayIn,
  daysBetween,
  type Period,
  previousPeriod,
} from '../../../methods/fiscal.ts'
import { doubtFrom, type Landing as Landed, landing as land } from '../../../methods/landing.ts'
import { freshen, type Organisation, organisation } from '../../imports/server/index.ts'
import type { forecast } from '../contract.ts'
import type { Landing, LandingQuarter, OpenOpportunity } from '../routes/landing.ts'
import { chancesOfNew, dominating, pathTo } from '../rules.ts'
import { amountOf, inOneCurrency, requireMetric } from './currency.ts'
import { newestDay, type Seen } from './landing-rows.ts'
import { narrowed, type Standing, standingOn, toComeIn } from './landing-standing.ts'
import { targetsIn } from './targets.ts'

export async function landing(ctx: Ctx, asked: In<typeof forecast.landing>): Promise<Landing> {
  await freshen(ctx)
  const here = await organisation(ctx.db)
  const today = dayIn(here.zone, ctx.now)
  const newest = (await newestDay(ctx, today)) ?? today
  const on = asked.on !== undefined && asked.on < newest ? asked.on : newest
  const selection = { to: on, where: asked.where }
  const { currency, others } = await inOneCurrency(
    ctx,
    requireMetric(ctx, 'won_value'),
    selection,
    here.currency,
  )
  const seen = { on, currency: currency ?? here.currency, where: asked.where, zone: here.zone }
  const head = { on, currency: seen.currency, otherCurrencies: others }
  const old = on < today && asked.on === undefined ? [`Seen from ${on}, the newest day in the data.`] : []

  const standing = await standingOn(ctx, seen, here)
  if ('refused' in standing)
    return { ...head, ...nothing, openTotal: standing.open.length, notices: old, refused: standing.refused }
  const lookBack = await lookBackFrom(ctx, standing, here)
  const quarters = await quartersOf(ctx, standing, lookBack, here)
  return {
    ...head,
    quarters,
    lookBack: lookBack.map(({ noise, ...told }) => told),
    assumptions: assumptionsOf(standing),
    open: [...standing.lines].sort((a, b) => soonValue(b) - soonValue(a)).slice(0, asked.limit),
    openTotal: standing.lines.length,
    openValue: standing.lines.reduce((sum, one) => sum + one.amount, 0),
    notices: [
      ...old,
      ...dominating(quarters, standing.lines, seen.currency),
      ...standing.notices,
      ...noticesOf(standing.lines, others),
    ],
    refused: null,
  }
}

const nothing = { quarters: [], lookBack: [], assumptions: null, open: [], openValue: 0 }
const soonValue = (one: OpenOpportunity): number => one.amount * (one.thisQuarter + one.nextQuarter)

const assumptionsOf = ({ decided, winRate, averageValue, medianDays, newPerMonth, curves }: Standing) => ({
  decided: decided.won + decided.lost,
  won: decided.won,
  winRate,
  averageValue,
  medianDays,
  newPerMonth,
  stages: [...curves.stages.keys()],
})

const lookedBack = 4
type Told = { quarter: string; on: Day; expected: number; came: number; noise: number }

/** The same look at earlier quarters, as many days before their end, knowing only what had happened by then. */
async function lookBackFrom(ctx: Ctx, { seen, quarters }: Standing, here: Organisation): Promise<Told[]> {
  const left = Math.max(1, daysBetween(seen.on, quarters[0].endsOn))
  const earlier: Period[] = []
  while (earlier.length < lookedBack)
    earlier.push(previousPeriod(earlier.at(-1) ?? quarters[0], here.calendar))
  const told = await Promise.all(
    earlier.map(async (quarter) => {
      const on = [addDays(quarter.endsOn, -left), quarter.startsOn].sort()[1]!
      const then = { ...seen, on }
      const standing = await standingOn(ctx, then, here)
      if ('refused' in standing) return []
      const came = await wonBetween(ctx, then, { from: addDays(on, 1), to: quarter.endsOn }, here)
      return [{ quarter: quarter.label, on, came: came.amount, ...toComeIn(standing) }]
    }),
  )
  return told.flat()
}

async function quartersOf(
  ctx: Ctx,
  standing: Standing,
  lookBack: Told[],
  here: Organisation,
): Promise<LandingQuarter[]> {
  const { seen, quarters, lines, arrivals, amounts, winRateError } = standing
  const targets = await targetsIn(ctx, seen.currency)
  const won = await wonBetween(ctx, seen, { from: quarters[0].startsOn, to: seen.on }, here)
  const wanted = quarters.map((quarter) => targets.get(quarter.startsOn)?.amount ?? null)
  const landed = land({
    periods: quarters.length,
    open: lines.map((one) => ({ amount: one.amount, chances: [one.thisQuarter, one.nextQuarter] })),
    arrivals,
    amounts,
    doubt: Math.max(winRateError, doubtFrom(lookBack)),
    already: [won.amount, 0],
    targets: wanted,
  })
  return landed.map((sums, at) => {
    const own = { ...sums, already: at === 0 ? won.amount : 0 }
    return {
      ...headOf(quarters[at]!, here),
      ...own,
      alreadyCount: at === 0 ? won.count : 0,
      target: targets.get(quarters[at]!.startsOn) ?? null,
      path: pathIn(at, own, wanted[at] ?? null, standing),
    }
  })
}

const headOf = (quarter: Period, { calendar }: Organisation) => ({
  period: keyOf(quarter, calendar),
  label: quarter.label,
  from: quarter.startsOn,
  to: quarter.endsOn,
})

function pathIn(
  at: number,
  own: Landed & { already: number },
  target: number | null,
  standing: Standing,
): LandingQuarter['path'] {
  if (target === null) return null
  const span = standing.spans[at]!
  const [inTime] = chancesOfNew(standing.curves.opened, [0, span[1]], [span])
  return pathTo(target, own, standing, inTime!, standing.seen.currency)
}

async function wonBetween(ctx: Ctx, seen: Seen, days: { from: Day; to: Day }, { currency }: Organisation) {
  const asked = { metrics: ['won_value', 'won'], by: [], ...days, where: narrowed(seen), limit: 1 }
  const { rows } = await run(ctx.use(warehouse), ctx.use(catalogue), asked, currency)
  return { amount: amountOf(rows[0]?.won_value) ?? 0, count: amountOf(rows[0]?.won) ?? 0 }
}

function noticesOf(lines: readonly OpenOpportunity[], others: string[]): string[] {
  const say = (count: number, words: string) =>
    count > 0 ? [`${count.toLocaleString('en')} open opportunities ${words}`] : []
  return [
    ...say(
      lines.filter((one) => !one.hasAmount).length,
      'have no amount and are counted at the average won value.',
    ),
    ...say(
      lines.filter((one) => one.basis === 'unknown').length,
      'have no opening day and are taken as just opened.',
    ),
    ...(others.length > 0
      ? [`Amounts in ${others.join(', ')} are left out: ask for them by a condition on currency.`]
      : []),
  ]
}
