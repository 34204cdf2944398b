import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid, missing } from '../../../kernel/errors.ts'
import { minorDigits } from '../../../methods/money.ts'
import { rebuildFigures } from '../../imports/server/index.ts'
import { costs } from '../contract.ts'
import { isPeople, type Kind, kindTitles, monthEnd, whyNotCost, whyNotHere, whyNotNow } from '../rules.ts'
import { maySee, requireMay } from './seeing.ts'
import { type LineRow, toCost } from './tables.ts'

/** The line, which somebody wrote here; one of an invoice is refused with the reason. */
async function requireWritten(ctx: Ctx, id: string): Promise<LineRow> {
  const row = await requireLine(ctx, id)
  const objection = whyNotHere(row.invoice_id)
  if (objection) throw conflict(objection)
  return row
}

async function requireLine(ctx: Ctx, id: string): Promise<LineRow> {
  const row = await ctx.db.selectFrom('costs_lines').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row || !maySee(ctx, row)) throw missing('This cost')
  return row
}

type Said = Pick<LineRow, 'kind' | 'minor' | 'currency'>

/** `Agency, 1200.00 EUR` */
function inWords({ kind, minor, currency }: Said): { what: string } {
  const digits = minorDigits(currency)
  return { what: `${kindTitles[kind as Kind]}, ${(minor / 10 ** digits).toFixed(digits)} ${currency}` }
}

/** What was people's share, or becomes it, begins with it: so does the feed tell whom it may show this to. */
function changeInWords(before: LineRow, after: Said): { what: string } {
  if (isPeople(before) === isPeople(after)) return inWords(after)
  const [was, is] = [inWords(before).what, inWords(after).what]
  return { what: isPeople(before) ? `${was}, now ${is}` : `${is}, until now ${was}` }
}

/** The columns of what somebody says a cost is; throws the reason where it cannot be one. */
function columnsOf({ month, ...said }: In<typeof costs.add>) {
  if (month && (said.startsOn || said.endsOn))
    throw invalid('Say either the month or the first and last day, not both.')
  const startsOn = said.startsOn ?? (month ? `${month}-01` : undefined)
  if (!startsOn) throw invalid('Say the month, or the first and the last day, over which it is spread.')
  const endsOn = said.endsOn ?? (month && said.repeats === 'once' ? monthEnd(startsOn) : null)
  const objection = whyNotCost({ ...said, startsOn, endsOn })
  if (objection) throw invalid(objection)
  return {
    kind: said.kind,
    channel: said.channel || null,
    campaign: said.campaign || null,
    minor: said.minor,
    currency: said.currency,
    repeats: said.repeats,
    starts_on: startsOn,
    ends_on: endsOn,
    note: said.note,
  }
}

export async function add(ctx: Ctx, said: In<typeof costs.add>) {
  requireMay(ctx, said)
  return toCost(await enter(ctx, said, null))
}

async function enter(ctx: Ctx, said: In<typeof costs.add>, invoiceId: string | null): Promise<LineRow> {
  const columns = columnsOf(said)

  const row = await ctx.insert('costs_lines', {
    ...columns,
    id: ctx.id('cst'),
    version: 1,
    created_by: ctx.actor.name,
    created_at: ctx.now,
    changed_by: ctx.actor.name,
    changed_at: ctx.now,
    removed_at: null,
    invoice_id: invoiceId,
  })
  await ctx.record(costs.events.added, row.id, inWords(row))
  ctx.enqueue(rebuildFigures, {})

  return row
}

export async function change(ctx: Ctx, { id, version, ...said }: In<typeof costs.change>) {
  const row = await requireWritten(ctx, id)
  if (row.removed_at) throw conflict('This cost was removed; put it back first.')
  const objection = whyNotNow(version, row.version, row.changed_by)
  if (objection) throw conflict(objection)
  requireMay(ctx, said)
  const columns = columnsOf(said)

  const patch = { ...columns, version: version + 1, changed_by: ctx.actor.name, changed_at: ctx.now }
  const changed = await ctx.update('costs_lines', id, patch)
  await ctx.record(costs.events.changed, id, changeInWords(row, patch))
  ctx.enqueue(rebuildFigures, {})

  return toCost(changed ?? row)
}

export const remove = (ctx: Ctx, { id }: In<typeof costs.remove>) => setRemoved(ctx, id, true)
export const restore = (ctx: Ctx, { id }: In<typeof costs.restore>) => setRemoved(ctx, id, false)

async function setRemoved(ctx: Ctx, id: string, isRemoved: boolean) {
  const row = await requireWritten(ctx, id)
  return mark(ctx, row, isRemoved)
}

/** Enter what a booked invoice says into the ledger; the line names the invoice and cannot be changed on Costs. */
export async function enterInvoice(ctx: Ctx, invoiceId: string, said: In<typeof costs.add>): Promise<void> {
  await enter(ctx, said, invoiceId)
}

/** Take out of the ledger what an invoice entered, once it is void. */
export async function withdrawInvoice(ctx: Ctx, invoiceId: string): Promise<void> {
  const row = await ctx.db
    .selectFrom('costs_lines')
    .selectAll()
    .where('invoice_id', '=', invoiceId)
    .executeTakeFirst()
  if (!row) throw missing('The cost of this invoice')
  await mark(ctx, row, true)
}

async function mark(ctx: Ctx, row: LineRow, isRemoved: boolean) {
  const { id } = row
  if ((row.removed_at !== null) === isRemoved)
    throw conflict(isRemoved ? 'This cost was removed already.' : 'This cost is there; nothing to put back.')

  const patch = {
    removed_at: isRemoved ? ctx.now : null,
    version: row.version + 1,
    changed_by: ctx.actor.name,
    changed_at: ctx.now,
  }
  const changed = await ctx.update('costs_lines', id, patch)
  await ctx.record(isRemoved ? costs.events.removed : costs.events.restored, id, inWords(row))
  ctx.enqueue(rebuildFigures, {})

  return toCost(changed ?? row)
}
