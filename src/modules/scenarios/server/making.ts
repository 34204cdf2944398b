import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, invalid, missing } from '../../../kernel/errors.ts'
import type { Line, Year } from '../../budget/contract.ts'
import { isHeadcount } from '../../budget/rules.ts'
import { lines as budgetLines, maySee, requireCurrency } from '../../budget/server/index.ts'
import { type scenarios as Contract, scenarios } from '../contract.ts'
import { merged, whyNotChange, whyNotVersion } from '../rules.ts'
import { amounts, judged, monthsOf, requireScenario, rowsOf, standingOf, toScenario } from './reading.ts'
import type { RecordRow, ScenarioLineRow } from './tables.ts'

type Route<K extends keyof typeof Contract> = (typeof Contract)[K] extends infer R ? R : never

/** The scenario, for a change: one that is removed or adopted takes none. */
export async function requireOpen(ctx: Ctx, id: string): Promise<RecordRow> {
  const row = await requireScenario(ctx, id)
  const objection = whyNotChange(judged(row))
  if (objection) throw conflict(objection)
  return row
}

/** Mark the scenario changed, so that nobody adopts what they have not seen. */
export const touch = (ctx: Ctx, row: RecordRow, more: Partial<RecordRow> = {}) =>
  ctx.update('scenarios_records', row.id, {
    ...(more as object),
    ...{ version: row.version + 1, changed_by: ctx.actor.name, changed_at: ctx.now },
  })

export async function shown(ctx: Ctx, id: string) {
  const { row, year, pairs } = await standingOf(ctx, await requireScenario(ctx, id))
  return toScenario(ctx, row, year, pairs)
}

export async function make(ctx: Ctx, { year: yearId, name, why, from }: In<Route<'make'>>) {
  const { year, lines } = await budgetLines(ctx, { year: yearId })
  if (!year) throw missing('The budget of this year')
  if (lines.length === 0)
    throw conflict(`The budget of ${year.label} has no line yet to copy. Add lines first.`)
  const source = from === undefined ? null : await requireScenario(ctx, from)
  if (source && source.year_id !== yearId) throw invalid('A scenario is copied within its own year.')

  const id = ctx.id('scn')
  await ctx.insert('scenarios_records', {
    ...{ id, year_id: yearId, name, why, state: 'open', version: 1 },
    ...{ made_by_id: ctx.actor.personId ?? '', made_by: ctx.actor.name, made_at: ctx.now },
    ...{ changed_by: ctx.actor.name, changed_at: ctx.now },
    ...{ adopted_by: null, adopted_at: null, adoption: null, removed_at: null },
  })
  const copies = source
    ? (await rowsOf(ctx, [source.id])).map((row) => copyOfRow(ctx, id, row))
    : lines.map((line, position) => copyOfLine(ctx, { id, line, year, position }))
  await ctx.insertAll('scenarios_lines', copies)
  await ctx.record(scenarios.events.made, id, { what: name })

  return shown(ctx, id)
}

const copyOfRow = (ctx: Ctx, id: string, row: ScenarioLineRow): ScenarioLineRow => ({
  ...row,
  ...{ id: ctx.id('scl'), scenario_id: id, version: 1 },
})

type Copying = { id: string; line: Line; year: Year; position: number }

function copyOfLine(ctx: Ctx, { id, line, year, position }: Copying): ScenarioLineRow {
  const months = monthsOf(line, year).map(String)
  const { area, programme, campaign, name, kind, channel, currency } = line
  return {
    ...{ id: ctx.id('scl'), scenario_id: id, line_id: line.id, seen_version: line.version },
    ...{ area, programme, campaign, name, kind, channel, currency },
    ...{ base: months, months, is_dropped: false, position, version: 1 },
  }
}

export async function say(ctx: Ctx, { id, version, name, why }: In<Route<'say'>>) {
  const row = await requireOpen(ctx, id)
  const objection = whyNotVersion(version, row.version, row.changed_by, row.name)
  if (objection) throw conflict(objection)

  await touch(ctx, row, { name, why })
  await ctx.record(scenarios.events.said, id, { what: name })

  return shown(ctx, id)
}

export async function add(ctx: Ctx, { id, months, currency: said, ...line }: In<Route<'add'>>) {
  const row = await requireOpen(ctx, id)
  if (!maySee(ctx, line))
    throw forbidden('You need the permission “budget:headcount” for lines of what people cost.')
  const { year, rows } = await standingOf(ctx, row)
  const currency = said ?? year.currency
  await requireCurrency(ctx, currency, { months: year.months })

  const none = Array.from({ length: 12 }, () => '0')
  const own = await ctx.insert('scenarios_lines', {
    ...{ id: ctx.id('scl'), scenario_id: id, line_id: null, seen_version: null, ...line, currency },
    ...{ base: none, months: months ? requireMonths(months, line.name) : none },
    ...{ is_dropped: false, position: rows.length, version: 1 },
  })
  await touch(ctx, row)
  await ctx.record(scenarios.events.changed, id, { what: row.name })

  return { lineId: own.id }
}

const most = 100_000_000_000

export function requireMonths(months: readonly number[], name: string): string[] {
  const wrong = months.findIndex((minor) => minor < 0 || minor > most)
  if (wrong >= 0)
    throw invalid(
      `“${name}”, month ${wrong + 1}: an amount is 0 at least and ${most.toLocaleString('en')} minor units at most.`,
    )
  return months.map(String)
}

/** Take over what the budget is now; what was changed here stays changed. */
export async function refresh(ctx: Ctx, { id }: In<Route<'refresh'>>) {
  const row = await requireOpen(ctx, id)
  const { year, rows, today } = await standingOf(ctx, row)

  let taken = 0
  for (const isThose of [true, false]) {
    const part = rows.filter(
      (own) => isHeadcount(own) === isThose && isStale(own, today.get(own.line_id ?? '')),
    )
    for (const own of part) {
      const line = today.get(own.line_id ?? '')
      if (line) await takeOver(ctx, own, line, year)
      else await ctx.delete('scenarios_lines', own.id)
    }
    if (isThose && part.length > 0)
      await ctx.record(scenarios.events.headcountChanged, id, { what: row.name })
    taken += part.length
  }
  const known = new Set(rows.map((own) => own.line_id))
  const fresh = [...today.values()].filter((line) => !known.has(line.id))
  await ctx.insertAll(
    'scenarios_lines',
    fresh.map((line, at) => copyOfLine(ctx, { id, line, year, position: rows.length + at })),
  )
  taken += fresh.length
  if (taken > 0) {
    await touch(ctx, row)
    await ctx.record(scenarios.events.refreshed, id, { what: row.name })
  }

  return { taken }
}

const isStale = (own: ScenarioLineRow, line: Line | undefined): boolean =>
  own.line_id !== null && line?.version !== own.seen_version

function takeOver(ctx: Ctx, own: ScenarioLineRow, line: Line, year: Year) {
  const now = monthsOf(line, year)
  const isOther = line.currency !== own.currency
  const months = isOther ? now : merged({ base: amounts(own.base), months: amounts(own.months) }, now)
  const { area, programme, campaign, name, kind, channel, currency } = line
  return ctx.update('scenarios_lines', own.id, {
    ...{ area, programme, campaign, name, kind, channel, currency, seen_version: line.version },
    ...{ base: now.map(String), months: months.map(String), version: own.version + 1 },
  })
}

export async function remove(ctx: Ctx, { id }: In<Route<'remove'>>) {
  const row = await requireScenario(ctx, id)
  if (row.removed_at) throw conflict(`The scenario “${row.name}” was removed already.`)
  if (row.state === 'adopted') throw conflict(`“${row.name}” is adopted; it stays for the record.`)
  await ctx.update('scenarios_records', id, { removed_at: ctx.now })
  await ctx.record(scenarios.events.removed, id, { what: row.name })
  return {}
}

export async function restore(ctx: Ctx, { id }: In<Route<'restore'>>) {
  const row = await requireScenario(ctx, id)
  if (!row.removed_at) throw conflict('This scenario is there; nothing to put back.')
  await ctx.update('scenarios_records', id, { removed_at: null })
  await ctx.record(scenarios.events.restored, id, { what: row.name })
  return shown(ctx, id)
}
