import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid } from '../../../kernel/errors.ts'
import { minorDigits } from '../../../methods/money.ts'
import { budget, type Edit } from '../contract.ts'
import { isHeadcount, whyNotNow, whyNotPlan } from '../rules.ts'
import { amounts, booksOf, maySee, requireYear } from './books.ts'
import { watchGuard } from './guard.ts'
import {
  type Names,
  named,
  ownerOf,
  people,
  requireAmounts,
  requireCurrency,
  requireHeadcount,
} from './saying.ts'
import type { LineRow, YearRow } from './tables.ts'

type Changing = { ctx: Ctx; year: YearRow; names: Names; used: Set<string> }
type Patch = Partial<LineRow>

/** Many cells of many lines in one command: all of it, or a sentence and nothing. */
export async function edit(ctx: Ctx, { year: yearId, edits, guardReason }: In<typeof budget.edit>) {
  const year = await requireYear(ctx, yearId)
  const rows = await rowsOf(ctx, year, edits)
  const names = edits.some((one) => one.ownerId) ? await people(ctx) : new Map<string, string>()
  const used = await usedLines(ctx, year, edits)
  const changes = []
  for (const one of edits)
    changes.push({
      one,
      row: rows.get(one.id)!,
      patch: await patchOf({ ctx, year, names, used }, rows.get(one.id)!, one),
    })

  const keepsGuard = repurposes(year, edits) ? await watchGuard(ctx, year) : null
  const versions = []
  for (const isThose of [false, true]) {
    const own = changes.filter(({ row, one }) => (isHeadcount(row) || one.kind === 'people') === isThose)
    const written = own.map(({ row, patch }) => ({
      ...patch,
      ...{ id: row.id, version: row.version + 1, changed_by: ctx.actor.name, changed_at: ctx.now },
    }))
    await ctx.updateAll('budget_lines', written)
    for (const { id, version } of written) versions.push({ id, version })
    const event = isThose ? budget.events.headcountChanged : budget.events.linesChanged
    if (own.length > 0) await ctx.record(event, yearId, { what: named(own.map(({ row }) => row)) })
  }

  await keepsGuard?.({ what: `what ${seenOf(changes)} is for`, reason: guardReason })

  return { versions, undo: changes.map(({ row, one }) => reverse(row, one)) }
}

/** A plan in draft may pass under the guard-rail; its approval is held to it. */
const repurposes = (year: YearRow, edits: readonly Edit[]): boolean =>
  year.state === 'approved' &&
  edits.some((one) => one.purpose !== undefined || one.area !== undefined || one.kind !== undefined)

const seenOf = (changes: { one: Edit; row: LineRow }[]): string => {
  const seen = changes.filter(({ row, one }) => !isHeadcount(row) && one.kind !== 'people')
  return seen.length > 0 ? named(seen.map(({ row }) => row)) : 'a line'
}

async function rowsOf(ctx: Ctx, year: YearRow, edits: Edit[]): Promise<Map<string, LineRow>> {
  const ids = edits.map((one) => one.id)
  if (new Set(ids).size !== ids.length) throw invalid('A line is named twice; put its changes into one.')
  const found = await ctx.db
    .selectFrom('budget_lines')
    .selectAll()
    .where('year_id', '=', year.id)
    .where('removed_at', 'is', null)
    .where('id', 'in', ids)
    .execute()
  const rows = new Map(found.filter((row) => maySee(ctx, row)).map((row) => [row.id, row]))
  for (const one of edits) {
    const row = rows.get(one.id)
    if (!row)
      throw invalid(`The line ${one.id} is not in the budget of ${year.label}, or is not yours to see.`)
    const objection =
      one.version === undefined ? null : whyNotNow(one.version, row.version, row.changed_by, row.name)
    if (objection) throw conflict(objection)
  }
  return rows
}

/** Lines that cannot change currency or become headcount any more: something was spent on them or moved. */
async function usedLines(ctx: Ctx, year: YearRow, edits: Edit[]): Promise<Set<string>> {
  const asking = edits.filter(
    (one) => one.currency !== undefined || one.kind !== undefined || one.isPlaceholder,
  )
  const used = new Set<string>()
  if (asking.length === 0) return used
  const books = await booksOf(ctx, { year: year.id })
  for (const one of [...books.orders, ...books.invoices, ...books.commitments]) used.add(one.line_id)
  const moved = await ctx.db.selectFrom('budget_transfers').select(['from_id', 'to_id']).execute()
  for (const one of moved) used.add(one.from_id).add(one.to_id)
  const wished = await ctx.db.selectFrom('budget_requests').select('line_id').execute()
  for (const one of wished) used.add(one.line_id)
  return used
}

const columns = {
  area: 'area',
  programme: 'programme',
  campaign: 'campaign',
  channel: 'channel',
  note: 'note',
} as const

async function patchOf(how: Changing, row: LineRow, one: Edit): Promise<Patch> {
  const patch: Patch = {}
  for (const key of Object.keys(columns) as (keyof typeof columns)[])
    if (one[key] !== undefined) patch[key] = one[key]
  if (one.name !== undefined) patch.name = one.name
  if (one.purpose !== undefined) patch.purpose = one.purpose
  if (one.ownerId !== undefined) Object.assign(patch, ownerOf(how.names, one.ownerId, row.name))
  await changeNature(how, row, one, patch)
  const currency = one.currency ?? row.currency
  if (one.plan && changes(row.plan, one.plan)) {
    const objection = whyNotPlan(how.year)
    if (objection) throw conflict(objection)
    patch.plan = laid(row.plan, one.plan, currency, row.name)
  }
  if (one.forecast) patch.forecast = laid(row.forecast, one.forecast, currency, row.name)
  return patch
}

/** Kind, currency and placeholder say how a line is counted: they are judged, not only written. */
async function changeNature(
  { ctx, year, used }: Changing,
  row: LineRow,
  one: Edit,
  patch: Patch,
): Promise<void> {
  if (one.kind !== undefined && one.kind !== row.kind) {
    requireHeadcount(ctx, { kind: one.kind })
    if (used.has(row.id))
      throw conflict(`“${row.name}” has requests, orders, invoices or transfers; its kind stays.`)
    patch.kind = one.kind
  }
  if (one.currency !== undefined && one.currency !== row.currency) {
    if (used.has(row.id))
      throw conflict(`“${row.name}” has orders, invoices or transfers; its currency stays.`)
    if (year.state === 'approved') throw conflict(whyNotPlan(year) ?? '')
    const isFilled = [...row.plan, ...row.forecast].some((minor) => Number(minor) !== 0)
    if (isFilled && minorDigits(one.currency) !== minorDigits(row.currency))
      throw conflict(
        `“${row.name}” holds amounts in ${row.currency}, which ${one.currency} counts in other units. Clear its months first, or add a line in ${one.currency}.`,
      )
    await requireCurrency(ctx, one.currency, year)
    patch.currency = one.currency
  }
  if (one.isPlaceholder !== undefined && one.isPlaceholder !== row.is_placeholder) {
    if (one.isPlaceholder && used.has(row.id))
      throw conflict(`“${row.name}” has orders, invoices or transfers; it is no placeholder any more.`)
    patch.is_placeholder = one.isPlaceholder
  }
}

type Cells = Record<string, number>
const changes = (before: readonly string[], cells: Cells): boolean =>
  Object.entries(cells).some(([at, minor]) => Number(before[Number(at)]) !== minor)

function laid(before: readonly string[], cells: Cells, currency: string, name: string): string[] {
  const after = amounts(before)
  for (const [at, minor] of Object.entries(cells)) after[Number(at)] = minor
  return requireAmounts(after, currency, name)
}

/** The edit that puts back what this one changed. */
function reverse(row: LineRow, one: Edit): Edit {
  const before: Edit = { id: row.id, version: row.version + 1 }
  const old = { ...row, ownerId: row.owner_id, isPlaceholder: row.is_placeholder } as unknown as Record<
    string,
    unknown
  >
  for (const key of Object.keys(one) as (keyof Edit)[])
    if (key === 'plan' || key === 'forecast')
      before[key] = Object.fromEntries(
        Object.keys(one[key] ?? {}).map((at) => [at, Number(row[key][Number(at)])]),
      )
    else if (key !== 'id' && key !== 'version') Object.assign(before, { [key]: old[key] })
  return before
}
