import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { missing } from '../../../kernel/errors.ts'
import { notify } from '../../activity/server/index.ts'
import { agencyOf } from '../../agencies/server/index.ts'
import { factsOf, itemNumbers } from '../../work/server/index.ts'
import { type Asked, blockers } from '../contract.ts'
import { keepAnswer } from './ending.ts'
import { todayOf } from './records.ts'
import { answersOf, daysOf } from './show.ts'
import type { BlockerRow } from './tables.ts'

/** The open blockers of the asker’s agency while its agreement runs; all others are not there at all. */
async function ownOf(ctx: Ctx) {
  const agency = await agencyOf(ctx, ctx.actor.personId)
  const today = await todayOf(ctx)
  const isUnder = agency && agency.from_on <= today && (agency.until_on === null || agency.until_on >= today)
  if (!isUnder) return { agency: agency?.name ?? null, rows: [] }
  const rows = await ctx.db
    .selectFrom('blockers_records')
    .selectAll()
    .where('party_kind', '=', 'agency')
    .where('party_id', '=', agency.id)
    .where('ended_at', 'is', null)
    .orderBy('since_at')
    .execute()
  return { agency: agency.name, rows: await stillWaiting(ctx, rows) }
}

/** Nothing waits for an agency once its item is done or was taken away. */
async function stillWaiting(ctx: Ctx, rows: readonly BlockerRow[]): Promise<BlockerRow[]> {
  const facts = await factsOf(
    ctx,
    rows.map((row) => row.item_id),
  )
  const open = new Set(facts.filter((one) => !one.isRemoved && !one.doneAt).map((one) => one.id))
  return rows.filter((row) => open.has(row.item_id))
}

async function toAsked(ctx: Ctx, rows: readonly BlockerRow[]) {
  const answers = await answersOf(
    ctx,
    rows.map((row) => row.id),
  )
  const numbers = await itemNumbers(
    ctx,
    rows.map((row) => row.item_id),
  )
  return rows.map((row) => ({
    ...{ id: row.id, item: `W-${numbers.get(row.item_id) ?? '?'}`, reason: row.reason },
    ...{ sinceAt: row.since_at.toISOString(), expectedOn: row.expected_on, days: daysOf(row, ctx.now) },
    answers: answers.get(row.id) ?? [],
  }))
}

export async function mine(ctx: Ctx) {
  const { agency, rows } = await ownOf(ctx)
  return { agency, items: await toAsked(ctx, rows) }
}

export async function answerMine(
  ctx: Ctx,
  { id, text, expectedOn }: In<typeof blockers.answerMine>,
): Promise<Asked> {
  const row = (await ownOf(ctx)).rows.find((one) => one.id === id)
  if (!row) throw missing('This blocker')

  const changed = await keepAnswer(ctx, row.id, { text, expectedOn, isGuest: true })
  const [shown] = await toAsked(ctx, [changed])
  await ctx.record(blockers.events.answered, id, { item: shown!.item })
  await notify(ctx, row.owner_id, {
    title: `${row.party} answered: ${shown!.item}`,
    why: expectedOn ? `${text} Expected on ${expectedOn}.` : text,
    link: '/blockers',
  })

  return shown!
}
