import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid } from '../../../kernel/errors.ts'
import { type FiscalCalendar, fiscalYearOf } from '../../../methods/fiscal.ts'
import { organisation } from '../../imports/server/index.ts'
import { budget, type Recurrence } from '../contract.ts'
import { apartMonths, generated, isHeadcount, type Recurring, whyNotNow, whyNotRecur } from '../rules.ts'
import { amounts, requireLine, requireYear } from './books.ts'
import { monthOf } from './lines.ts'
import type { RecurrenceRow } from './planning-tables.ts'
import { requireAmounts } from './saying.ts'
import type { LineRow, YearRow } from './tables.ts'

/** Months counted through, twelve a fiscal year. */
function counted(day: string, calendar: FiscalCalendar): number {
  const { number, months } = fiscalYearOf(day, calendar)
  return number * 12 + monthOf(months, day)
}

export const toRecurring = (one: Recurrence, calendar: FiscalCalendar): Recurring => ({
  every: one.every,
  start: counted(one.startsOn, calendar),
  end: one.endsOn === null ? null : counted(one.endsOn, calendar),
  rises: one.rises,
  steps: one.steps.map(({ from, minor }) => ({ from: counted(from, calendar), minor })),
})

const toRecurrence = (row: RecurrenceRow): Recurrence => ({
  ...{ every: row.every, startsOn: row.starts_on, endsOn: row.ends_on, rises: row.rises, steps: row.steps },
})

const rowOf = (ctx: Ctx, lineId: string): Promise<RecurrenceRow | undefined> =>
  ctx.db.selectFrom('budget_recurrences').selectAll().where('line_id', '=', lineId).executeTakeFirst()

export async function recurrence(ctx: Ctx, { id }: In<typeof budget.recurrence>) {
  const line = await requireLine(ctx, id)
  const row = await rowOf(ctx, id)
  if (!row) return { recurrence: null, apart: [] }
  const year = await requireYear(ctx, line.year_id)
  const { calendar } = await organisation(ctx.db)
  const said = toRecurrence(row)
  const apart = apartMonths(amounts(line.forecast), year.number * 12, toRecurring(said, calendar))
  return { recurrence: said, apart }
}

type Said = In<typeof budget.setRecurrence>
type Cells = Record<string, number>

export async function setRecurrence(ctx: Ctx, said: Said) {
  const line = await requireLine(ctx, said.id)
  const year = await requireYear(ctx, line.year_id)
  const row = await rowOf(ctx, line.id)
  const { calendar } = await organisation(ctx.db)
  const before = row ? toRecurrence(row) : null
  requireRecurrable(line, said, before)
  const [now, was] = [said.recurrence, before].map((one) => one && toRecurring(one, calendar))
  const objection = now && whyNotRecur(now)
  if (objection) throw invalid(objection)

  const first = year.number * 12
  const laid = (cells: readonly string[], given: Cells | undefined) => {
    const made = given
      ? put(amounts(cells), given)
      : generated(amounts(cells), first, now ?? null, was ?? null)
    return requireAmounts(made, line.currency, line.name)
  }
  const forecast = laid(line.forecast, said.forecast)
  const plan = year.state === 'draft' ? laid(line.plan, said.plan) : line.plan
  await keep(ctx, line, row, said.recurrence)
  const mark = { version: line.version + 1, changed_by: ctx.actor.name, changed_at: ctx.now }
  await ctx.update('budget_lines', line.id, { forecast, plan, ...mark })
  await told(ctx, line, said.recurrence !== null)

  return { undo: undoOf(line, year, before) }
}

function requireRecurrable(line: LineRow, said: Said, before: Recurrence | null): void {
  if (line.removed_at) throw conflict(`The line “${line.name}” was removed.`)
  const stale = whyNotNow(said.version, line.version, line.changed_by, line.name)
  if (stale) throw conflict(stale)
  if (!said.recurrence && !before && !said.forecast) throw conflict(`“${line.name}” does not recur.`)
}

function put(cells: number[], given: Cells): number[] {
  for (const [at, minor] of Object.entries(given)) {
    if (!/^(\d|1[01])$/.test(at))
      throw invalid(`“${at}” is no month: they are named by their place, 0 to 11.`)
    cells[Number(at)] = minor
  }
  return cells
}

async function keep(ctx: Ctx, line: LineRow, row: RecurrenceRow | undefined, said: Recurrence | null) {
  if (!said) {
    if (row) await ctx.delete('budget_recurrences', row.id)
    return
  }
  const { every, startsOn, endsOn, rises, steps } = said
  const kept = { every, starts_on: startsOn, ends_on: endsOn, rises, steps: JSON.stringify(steps) }
  const mark = { version: (row?.version ?? 0) + 1, set_by: ctx.actor.name, set_at: ctx.now }
  if (row) await ctx.update('budget_recurrences', row.id, { ...kept, ...mark })
  else await ctx.insert('budget_recurrences', { id: ctx.id('bre'), line_id: line.id, ...kept, ...mark })
}

function told(ctx: Ctx, line: LineRow, recurs: boolean): Promise<void> {
  const { headcountChanged, recurrenceSet, recurrenceEnded } = budget.events
  const event = isHeadcount(line) ? headcountChanged : recurs ? recurrenceSet : recurrenceEnded
  return ctx.record(event, line.id, { what: line.name })
}

const cellsOf = (column: readonly string[]): Cells => Object.fromEntries(amounts(column).entries())

const undoOf = (line: LineRow, year: YearRow, before: Recurrence | null) => ({
  ...{ id: line.id, version: line.version + 1, recurrence: before, forecast: cellsOf(line.forecast) },
  ...(year.state === 'draft' ? { plan: cellsOf(line.plan) } : {}),
})
