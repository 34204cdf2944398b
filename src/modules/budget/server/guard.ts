import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict } from '../../../kernel/errors.ts'
import { versioned } from '../../../kernel/versions.ts'
import { exchange } from '../../../methods/money.ts'
import { rateOn } from '../../costs/server/index.ts'
import { budget, type Guard } from '../contract.ts'
import {
  crossing,
  firstGuard,
  guarded,
  isHeadcount,
  purposeOf,
  purposes,
  sharesByPurpose,
  whyNotCross,
} from '../rules.ts'
import { apart, booksOf, standing } from './books.ts'
import { measuresOf } from './splits.ts'
import type { LineRow, YearRow } from './tables.ts'
import { chosenYear } from './years.ts'

export const guards = versioned<'guard', Guard>({
  table: 'budget_guards',
  name: 'guard',
  prefix: 'bgu',
  what: 'the guard-rail',
  first: firstGuard,
  firstReason: 'As it came, before anybody changed it',
})

const measures = ['plan', 'allocation', 'committed', 'actual'] as const

/** The lines that count: those of everything but headcount, whoever asks, so that shares give away nothing of it. */
const countedLines = async (ctx: Ctx, year: YearRow): Promise<LineRow[]> => {
  const rows = await ctx.db
    .selectFrom('budget_lines')
    .selectAll()
    .where('year_id', '=', year.id)
    .where('removed_at', 'is', null)
    .execute()
  return rows.filter((row) => !isHeadcount(row))
}

async function ratesOf(ctx: Ctx, year: YearRow, rows: LineRow[]): Promise<Map<string, string | null>> {
  const rates = new Map<string, string | null>()
  for (const currency of new Set(rows.map((row) => row.currency)))
    rates.set(currency, await rateOn(ctx.db, currency, year.months[0]!))
  return rates
}

/** Every line that counts with its purpose and its measures in the currency of the year. */
async function weighedLines(ctx: Ctx, year: YearRow, { areas }: Guard) {
  const rows = await countedLines(ctx, year)
  const rates = await ratesOf(ctx, year, rows)
  const booksFor = apart(await booksOf(ctx, { year: year.id }))
  const lines = rows.flatMap((line) => {
    const rate = rates.get(line.currency)
    if (!rate) return []
    const found = measuresOf({ line, standing: standing(line, booksFor(line.id)) })
    const inYears = (minor: number) =>
      Math.sign(minor) *
      exchange(Math.abs(minor), { currency: line.currency, rate }, { currency: year.currency, rate: 1 })
    const amounts = Object.fromEntries(measures.map((one) => [one, inYears(found[one])]))
    return [{ purpose: purposeOf(line, { areas }), amounts: amounts as typeof found }]
  })
  const lacking = [...rates].flatMap(([currency, rate]) => (rate === null ? [currency] : []))
  return { rows, lines, lacking }
}

type Weighed = Awaited<ReturnType<typeof weighedLines>>['lines']
const by = (lines: Weighed, measure: (typeof measures)[number]) =>
  sharesByPurpose(lines.map(({ purpose, amounts }) => ({ purpose, minor: amounts[measure] })))

export async function guard(ctx: Ctx, { year: id }: In<typeof budget.guard>) {
  const { guard: now, version, by: changedBy } = await guards.current(ctx.db)
  const year = await chosenYear(ctx, id)
  if (!year)
    return { guard: now, version, changedBy, year: null, areas: [], shares: [], crossings: [], notes: [] }
  const { rows, lines, lacking } = await weighedLines(ctx, year, now)
  const found = Object.fromEntries(measures.map((one) => [one, by(lines, one)])) as Record<
    (typeof measures)[number],
    ReturnType<typeof by>
  >
  const { plan, allocation, committed, actual } = found
  return {
    ...{ guard: now, version, changedBy },
    year: { id: year.id, label: year.label, currency: year.currency },
    areas: [...new Set(rows.map((row) => row.area).filter(Boolean))].sort(),
    shares: purposes.map((purpose) => ({
      purpose,
      ...{ plan: plan.sums[purpose], allocation: allocation.sums[purpose] },
      ...{ committed: committed.sums[purpose], actual: actual.sums[purpose] },
      share: {
        ...{ plan: plan.shares[purpose], allocation: allocation.shares[purpose] },
        ...{ committed: committed.shares[purpose], actual: actual.shares[purpose] },
      },
    })),
    crossings: await crossingsOf(ctx, year),
    notes: lacking.map(
      (one) => `No rate for ${one} is known on ${year.months[0]}: lines in ${one} are left out.`,
    ),
  }
}

async function crossingsOf(ctx: Ctx, year: YearRow) {
  const rows = await ctx.db
    .selectFrom('budget_crossings')
    .selectAll()
    .where('year_id', '=', year.id)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ id, what, said, reason, made_by, made_at }) => ({
    ...{ id, what, said, reason, by: made_by, at: made_at.toISOString() },
  }))
}

export async function setGuard(ctx: Ctx, said: In<typeof budget.setGuard>) {
  await guards.requireCurrent(ctx.db, said.version)
  const { brand, advocacy, social } = said.guard.least
  if (brand + advocacy + social > 10_000)
    throw conflict('The least shares come to more than 100 %, so that no budget could keep them.')

  const { guard: kept, version } = await guards.keep(ctx, said.guard, said)
  await ctx.record(budget.events.guardSet, 'budget-guard', { reason: said.reason })

  return { guard: kept, version }
}

type Said = { what: string; reason: string; isFirst?: boolean }

/**
 * Looks before a change at how the budget of a year stands to the guard-rail. What comes back is called after the
 * change, in the same transaction: it refuses a change that crosses without a reason, and keeps one that has one.
 */
export async function watchGuard(ctx: Ctx, year: YearRow) {
  const { guard: now } = await guards.current(ctx.db)
  if (guarded.every((one) => now.least[one] === 0)) return async () => undefined
  const sharesNow = async () => by((await weighedLines(ctx, year, now)).lines, 'allocation').shares
  const before = await sharesNow()
  return async ({ what, reason, isFirst }: Said): Promise<void> => {
    const said = crossing(isFirst ? null : before, await sharesNow(), now)
    if (said === null) return
    const objection = whyNotCross(said, now, reason)
    if (objection) throw conflict(objection)

    const row = { id: ctx.id('bcr'), year_id: year.id, what, said, reason: reason.trim() }
    await ctx.insert('budget_crossings', { ...row, made_by: ctx.actor.name, made_at: ctx.now })
    await ctx.record(budget.events.guardCrossed, row.id, { what, reason: row.reason })
  }
}
