import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid } from '../../../kernel/errors.ts'
import { addDays, dayIn, fiscalYearOf } from '../../../methods/fiscal.ts'
import { organisation } from '../../imports/server/index.ts'
import { budget, type Year } from '../contract.ts'
import { isHeadcount, whyNotApprovePlan, whyNotOpen } from '../rules.ts'
import { requireYear } from './books.ts'
import { watchGuard } from './guard.ts'
import type { YearRow } from './tables.ts'

export const toYear = (row: YearRow): Year => ({
  id: row.id,
  number: row.number,
  label: row.label,
  months: row.months,
  endsOn: row.ends_on,
  currency: row.currency,
  state: row.state,
  approvedBy: row.approved_by,
  approvedAt: row.approved_at?.toISOString() ?? null,
})

const allYears = (ctx: Ctx) =>
  ctx.db.selectFrom('budget_years').selectAll().orderBy('number', 'desc').execute()

/** The years there are, and the one to open next: the running year first, then the one after the last. */
export async function years(ctx: Ctx) {
  const rows = await allYears(ctx)
  const { calendar, zone } = await organisation(ctx.db)
  const running = fiscalYearOf(dayIn(zone, ctx.now), calendar)
  const isOpen = rows.some((row) => row.number === running.number)
  const next = isOpen ? fiscalYearOf(addDays(rows[0]!.ends_on, 1), calendar) : running
  return { items: rows.map(toYear), next: { label: `FY${next.number}`, startsOn: next.startsOn } }
}

/** The year that was asked for, else the running one, else the newest. */
export async function chosenYear(ctx: Ctx, id: string | undefined): Promise<YearRow | null> {
  if (id) return requireYear(ctx, id)
  const rows = await allYears(ctx)
  const { zone } = await organisation(ctx.db)
  const day = dayIn(zone, ctx.now)
  return rows.find((row) => row.months[0]! <= day && day <= row.ends_on) ?? rows[0] ?? null
}

export async function openYear(ctx: Ctx, { day }: In<typeof budget.openYear>) {
  const { calendar, currency, zone } = await organisation(ctx.db)
  const objection = whyNotOpen(day, dayIn(zone, ctx.now))
  if (objection) throw invalid(objection)
  const { number, months, endsOn } = fiscalYearOf(day, calendar)
  const label = `FY${number}`
  const rows = await allYears(ctx)

  if (rows.some((row) => row.number === number)) throw conflict(`The budget of ${label} is open already.`)
  const met = rows.find((row) => row.months[0]! <= endsOn && months[0]! <= row.ends_on)
  if (met)
    throw conflict(
      `${label} runs from ${months[0]} to ${endsOn} and meets ${met.label}, which runs to ${met.ends_on}: the fiscal calendar was changed since.`,
    )

  const row = await ctx.insert('budget_years', {
    ...{ id: ctx.id('bfy'), number, label, months, ends_on: endsOn, currency },
    ...{ state: 'draft', approved_by: null, approved_by_id: null, approved_at: null },
    ...{ opened_by: ctx.actor.name, opened_at: ctx.now },
  })
  await ctx.record(budget.events.yearOpened, row.id, { what: label })

  return toYear(row)
}

/** Freeze the plan. A line without a forecast is expected to cost what was planned. */
export async function approvePlan(ctx: Ctx, { id, guardReason }: In<typeof budget.approvePlan>) {
  const year = await requireYear(ctx, id)
  const lines = await ctx.db
    .selectFrom('budget_lines')
    .selectAll()
    .where('year_id', '=', id)
    .where('removed_at', 'is', null)
    .execute()

  const objection = whyNotApprovePlan(year, lines.length)
  if (objection) throw conflict(objection)

  const keepsGuard = await watchGuard(ctx, year)
  const empty = lines.filter((line) => line.forecast.every((minor) => Number(minor) === 0))
  const expect = async (isThose: boolean) => {
    for (const line of empty.filter((one) => isHeadcount(one) === isThose))
      await ctx.update('budget_lines', line.id, { forecast: line.plan, version: line.version + 1 })
  }
  await expect(true)
  if (empty.some(isHeadcount)) await ctx.record(budget.events.headcountFrozen, id, { what: year.label })
  await expect(false)
  const approval = {
    approved_by: ctx.actor.name,
    approved_by_id: ctx.actor.personId ?? null,
    approved_at: ctx.now,
  }
  const row = await ctx.update('budget_years', id, { state: 'approved', ...approval })
  await ctx.record(budget.events.planApproved, id, { what: year.label })
  await keepsGuard({ what: `the plan of ${year.label}`, reason: guardReason, isFirst: true })

  return toYear(row ?? year)
}
