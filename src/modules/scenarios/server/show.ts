import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { invalid } from '../../../kernel/errors.ts'
import { years } from '../../budget/server/index.ts'
import type { ScenarioLine, scenarios } from '../contract.ts'
import { type Pair, saidOf, targetOf } from '../rules.ts'
import { conflictsIn } from './conflicts.ts'
import {
  amounts,
  hasHiddenChanges,
  ratesOf,
  requireScenario,
  rowsOf,
  type Standing,
  standingOf,
  toScenario,
} from './reading.ts'
import type { ScenarioLineRow } from './tables.ts'

export async function list(ctx: Ctx, { year: wanted }: In<typeof scenarios.list>) {
  const rows = await ctx.db
    .selectFrom('scenarios_records')
    .selectAll()
    .where('removed_at', 'is', null)
    .$if(wanted !== undefined, (q) => q.where('year_id', '=', wanted ?? ''))
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  const all = await rowsOf(
    ctx,
    rows.map((row) => row.id),
  )
  const open = (await years(ctx)).items
  const items = []
  for (const row of rows) {
    const year = open.find((one) => one.id === row.year_id)!
    const rate = ratesOf(ctx, year)
    const own = all.filter((one) => one.scenario_id === row.id)
    const summed = []
    for (const one of own)
      summed.push({
        ...{ currency: one.currency, rate: await rate(one.currency), isDropped: one.is_dropped },
        ...{ base: amounts(one.base), months: amounts(one.months) },
      })
    items.push(toScenario(ctx, row, year, summed))
  }
  return { items }
}

export async function show(ctx: Ctx, { id }: In<typeof scenarios.show>) {
  const standing = await standingOf(ctx, await requireScenario(ctx, id))
  const { row, year, rows, pairs } = standing
  if (row.removed_at) throw invalid(`The scenario “${row.name}” was removed. Put it back first.`)
  return {
    scenario: toScenario(ctx, row, year, pairs),
    lines: rows.map((one, at) => toLine(one, pairs[at]!, standing)),
    conflicts: row.state === 'open' ? await conflictsIn(ctx, standing) : [],
    notes: await notesOf(ctx, standing),
  }
}

function toLine(row: ScenarioLineRow, pair: Pair, { today, year, frame }: Standing): ScenarioLine {
  const line = today.get(row.line_id ?? '')
  const allocation = targetOf(pair, frame.state)
  const load = line?.load ?? 0
  return {
    ...{ id: row.id, yearId: year.id, lineId: line ? row.line_id : null, isDropped: row.is_dropped },
    ...{ area: row.area, programme: row.programme, campaign: row.campaign, name: row.name },
    ...{ kind: row.kind as ScenarioLine['kind'], channel: row.channel, currency: row.currency },
    owner: line?.owner ?? { id: null, name: '' },
    plan: [...pair.base],
    forecast: [...saidOf(pair)],
    ...{ committed: line?.committed ?? null, actual: line?.actual ?? null, moved: line?.moved ?? 0 },
    ...{ allocation, load, remaining: allocation, available: allocation - load },
    ...{ isPlaceholder: line?.isPlaceholder ?? false, note: '', version: row.version, rate: pair.rate },
    ...{ purpose: line?.purpose ?? null, accrued: line?.accrued ?? null },
    isRemoved: row.line_id !== null && !line,
  }
}

/** What is left out of the sums, and what the budget has that the scenario does not. */
export async function notesOf(ctx: Ctx, { row, rows, pairs, today, frame }: Standing): Promise<string[]> {
  const notes: string[] = []
  const unrated = new Set(pairs.filter((one) => one.rate === null).map((one) => one.currency))
  for (const currency of unrated)
    notes.push(
      `Lines in ${currency} are in no sum: no rate for ${currency} is known on the first day of ${frame.label}.`,
    )
  const known = new Set(rows.map((one) => one.line_id))
  const fresh = [...today.values()].filter((line) => !known.has(line.id))
  if (fresh.length > 0 && row.state === 'open')
    notes.push(
      `The budget has ${fresh.length === 1 ? 'a line' : `${fresh.length} lines`} that the scenario does not know: ${fresh[0]!.name}${fresh.length > 2 ? ' and others' : fresh.length === 2 ? ` and ${fresh[1]!.name}` : ''}. Bring it up to date to take them over; adopting leaves them as they are.`,
    )
  if (await hasHiddenChanges(ctx, row.id))
    notes.push('It changes lines that you may not read; they are in none of the sums here.')
  return notes
}
