import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { missing } from '../../../kernel/errors.ts'
import type { Line, Year } from '../../budget/contract.ts'
import { lines as budgetLines, maySee, today } from '../../budget/server/index.ts'
import { rateOn } from '../../costs/server/index.ts'
import type { Scenario } from '../contract.ts'
import { atRate, type Frame, type Pair, saidOf, whyNotChange, whyNotDecider } from '../rules.ts'
import type { RecordRow, ScenarioLineRow } from './tables.ts'

export const amounts = (column: readonly string[]): number[] => column.map(Number)
export const judged = (row: RecordRow) => ({ ...row, isRemoved: row.removed_at !== null })

export async function requireScenario(ctx: Ctx, id: string): Promise<RecordRow> {
  const row = await ctx.db.selectFrom('scenarios_records').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('This scenario')
  return row
}

/** The lines of scenarios that the asker may read: those of what people cost are for those with the right for them. */
export async function rowsOf(ctx: Ctx, ids: string[]): Promise<ScenarioLineRow[]> {
  if (ids.length === 0) return []
  const rows = await ctx.db
    .selectFrom('scenarios_lines')
    .selectAll()
    .where('scenario_id', 'in', ids)
    .orderBy('area')
    .orderBy('programme')
    .orderBy('campaign')
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.filter((row) => maySee(ctx, row))
}

/** What the scenario changes on lines that the asker may not read; nothing is told but that there is something. */
export async function hasHiddenChanges(ctx: Ctx, id: string): Promise<boolean> {
  if (maySee(ctx, { kind: 'people' })) return false
  const rows = await ctx.db
    .selectFrom('scenarios_lines')
    .selectAll()
    .where('scenario_id', '=', id)
    .where('kind', '=', 'people')
    .execute()
  return rows.some((row) => row.line_id === null || row.is_dropped || String(row.base) !== String(row.months))
}

export type Standing = {
  row: RecordRow
  year: Year
  rows: ScenarioLineRow[]
  /** The lines of the budget as they are now, by id; those the asker may read. */
  today: Map<string, Line>
  pairs: Pair[]
  frame: Frame
}

const names = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** A scenario beside the budget as it is now. */
export async function standingOf(ctx: Ctx, row: RecordRow): Promise<Standing> {
  const { year, lines } = await budgetLines(ctx, { year: row.year_id })
  if (!year) throw missing('The budget of this year')
  const rows = await rowsOf(ctx, [row.id])
  const byId = new Map(lines.map((line) => [line.id, line]))
  const rate = ratesOf(ctx, year)
  const pairs: Pair[] = []
  for (const one of rows) pairs.push(toPair(one, byId.get(one.line_id ?? ''), year, await rate(one.currency)))
  return { row, year, rows, today: byId, pairs, frame: frameOf(year, await today(ctx)) }
}

const frameOf = (year: Year, day: string): Frame => ({
  label: year.label,
  state: year.state,
  over: year.months.filter((_, at) => (year.months[at + 1] ?? `${year.endsOn}+`) <= day).length,
  monthNames: year.months.map((month) => names.format(new Date(`${month}T00:00:00Z`))),
})

/** The rate of a currency on the first day of a year, asked once. */
export function ratesOf(ctx: Ctx, year: Year): (currency: string) => Promise<number | null> {
  const known = new Map<string, number | null>()
  return async (currency) => {
    if (!known.has(currency)) {
      const rate = await rateOn(ctx.db, currency, year.months[0]!)
      known.set(currency, rate === null ? null : Number(rate))
    }
    return known.get(currency) ?? null
  }
}

/** The months that a scenario is about: the plan while it is a draft, the forecast once it is frozen. */
export const monthsOf = (line: Line, year: Year): number[] =>
  year.state === 'approved' ? line.forecast : line.plan

function toPair(row: ScenarioLineRow, line: Line | undefined, year: Year, rate: number | null): Pair {
  const { allocation, load, version, actual } = line ?? {}
  return {
    ...{ id: row.id, name: row.name, currency: row.currency, kind: row.kind, campaign: row.campaign, rate },
    isDropped: row.is_dropped,
    base: amounts(row.base),
    months: amounts(row.months),
    seenVersion: row.seen_version,
    now: line
      ? {
          ...{ version: version!, actual: actual ?? null, allocation: allocation!, load: load! },
          months: monthsOf(line, year),
        }
      : null,
  }
}

type Summed = Pick<Pair, 'currency' | 'rate' | 'base' | 'months' | 'isDropped'>

/** What was copied and what is said now, of lines whose worth is known. */
export function totalOf(pairs: readonly Summed[], currency: string) {
  const total = { before: 0, after: 0 }
  for (const { rate, ...pair } of pairs) {
    if (rate === null) continue
    const inOwn = (months: readonly number[]) =>
      months.reduce((sum, minor) => sum + atRate(minor, { currency: pair.currency, rate }, currency), 0)
    total.before += inOwn(pair.base)
    total.after += inOwn(saidOf(pair))
  }
  return total
}

export function whyNotDecides(ctx: Ctx): string | null {
  const may = (verb: string) => holds(ctx.actor, `budget:${verb}`)
  return whyNotDecider({ decide: may('decide'), write: may('write'), control: may('control') })
}

export function toScenario(ctx: Ctx, row: RecordRow, year: Year, pairs: readonly Summed[]): Scenario {
  const isOpen = whyNotChange(judged(row)) === null
  return {
    ...{ id: row.id, name: row.name, why: row.why, year, state: row.state, version: row.version },
    ...{ madeBy: row.made_by, madeAt: row.made_at.toISOString() },
    ...{ changedBy: row.changed_by, changedAt: row.changed_at.toISOString() },
    adopted: row.adopted_at ? { by: row.adopted_by ?? '', at: row.adopted_at.toISOString() } : null,
    total: totalOf(pairs, year.currency),
    can: {
      change: isOpen && holds(ctx.actor, 'budget:write'),
      adopt: row.removed_at === null && whyNotDecides(ctx) === null,
    },
  }
}
