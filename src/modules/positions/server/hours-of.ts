import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { requireYear } from '../../budget/server/index.ts'
import type { positions } from '../contract.ts'
import { isFunded, worthOf } from '../rules.ts'
import { monthsOf } from './commitments.ts'
import { capacityOf, givenIn, type HoursYear, sumsOf, yearOf } from './hours.ts'
import { seesCost } from './records.ts'
import { rowsOf } from './show.ts'
import type { HoursDbRow, PositionRow } from './tables.ts'
import { requireTargets } from './targets.ts'

/** The hours that go to one record, beside what they cost for those who may read it. */
export async function hoursOf(ctx: Ctx, { kind, targetId, day }: In<typeof positions.hoursOf>) {
  await requireTargets(ctx, [{ kind, id: targetId }])
  const year = await yearOf(ctx, day)
  const givers = new Map((await rowsOf(ctx)).filter((row) => isFunded(row.state)).map((row) => [row.id, row]))
  const given = (await givenIn(ctx, year)).filter((one) => givers.has(one.position_id))
  const own = given.filter((one) => one.kind === kind && one.target_id === targetId)
  const rows = [...givers.values()].filter((row) => own.some((one) => one.position_id === row.id))
  const byMonth = sumsOf(own, year)
  return {
    ...{ label: year.label, months: [...year.months], byMonth, total: sum(byMonth) },
    rows: rows.map((row) => {
      const minutes = sumsOf(
        own.filter((one) => one.position_id === row.id),
        year,
      )
      return { positionId: row.id, title: row.title, person: row.person_name, minutes, total: sum(minutes) }
    }),
    ...(seesCost(ctx) ? { worth: await worth(ctx, { rows, own, given, year }) } : {}),
  }
}

const sum = (all: readonly number[]): number => all.reduce((one, other) => one + other, 0)

type Asked = { rows: PositionRow[]; own: HoursDbRow[]; given: HoursDbRow[]; year: HoursYear }

/** By currency: of each position’s cost of a month, the part of its hours that goes here. */
async function worth(ctx: Ctx, { rows, own, given, year }: Asked) {
  const sums = new Map<string, number>()
  for (const row of rows) {
    const { months, currency } = await costByMonth(ctx, row, year)
    const capacity = capacityOf(row, year)
    const mine = (all: HoursDbRow[]) =>
      sumsOf(
        all.filter((one) => one.position_id === row.id),
        year,
      )
    const [here, allocated] = [mine(own), mine(given)]
    const minor = months.reduce(
      (all, cost, at) =>
        all + worthOf(here[at]!, { capacity: capacity[at]!, allocated: allocated[at]!, minor: cost }),
      0,
    )
    if (currency) sums.set(currency, (sums.get(currency) ?? 0) + minor)
  }
  return [...sums].map(([currency, minor]) => ({ minor, currency }))
}

async function costByMonth(ctx: Ctx, row: PositionRow, { months }: HoursYear) {
  const askings = await ctx.db
    .selectFrom('positions_askings')
    .selectAll()
    .where('position_id', '=', row.id)
    .where('state', '=', 'approved')
    .execute()
  for (const asking of askings) {
    const year = await requireYear(ctx, asking.year_id)
    if (year.months[0] === months[0])
      return { months: monthsOf(asking, row.ended_on, year), currency: asking.currency }
  }
  return { months: months.map(() => 0), currency: null }
}

/**
 * Minutes of the fiscal year that holds a day: those that filled positions have, and what they go to. Of a month that is
 * promised too often each promise counts by its share, so that nobody gives more than there is. For modules above.
 */
export async function hoursByTarget(ctx: Ctx, day: string) {
  const year = await yearOf(ctx, day)
  const filled = (await rowsOf(ctx)).filter((row) => row.filled_on !== null)
  const given = await givenIn(ctx, year)
  const all = filled.map((row) => {
    const own = given.filter((one) => one.position_id === row.id)
    return { own, capacity: capacityOf(row, year), allocated: sumsOf(own, year) }
  })
  return {
    label: year.label,
    capacity: all.reduce((minutes, { capacity }) => minutes + sum(capacity), 0),
    given: all.flatMap(({ own, capacity, allocated }) =>
      own.map((one) => {
        const at = year.months.indexOf(one.month_on)
        const minutes = worthOf(one.minutes, {
          ...{ capacity: 0, allocated: allocated[at]! },
          minor: Math.min(allocated[at]!, capacity[at]!),
        })
        return { kind: one.kind, id: one.target_id, minutes }
      }),
    ),
  }
}
