import { sql } from 'kysely'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { holding } from '../../../kernel/db/like.ts'
import { missing } from '../../../kernel/errors.ts'
import { todayOf } from '../../metrics/server/index.ts'
import { standing, visibleItems } from '../../work/server/index.ts'
import type { intake } from '../contract.ts'
import { nameOf, whyNotDecide } from '../rules.ts'
import type { Request, RequestLine } from '../things.ts'
import { requestsLike } from './alike.ts'
import { displacementsOf } from './displacing.ts'
import { isOpenAppeal } from './filing.ts'
import { itemsLike } from './outlook.ts'
import type { EntryRow, RequestRow, TypeRow } from './tables.ts'
import { readableTypes, whyNotTriage } from './types.ts'
import { undoable } from './undoing.ts'

const any = (ids: readonly string[]) => sql<string>`any(${ids})`

/** Requests of types that the asker may read: where every read begins. */
export async function readable(ctx: Ctx) {
  const types = (await readableTypes(ctx)).map((one) => one.id)
  return ctx.db.selectFrom('intake_requests').where('type_id', '=', any(types))
}

/** By its id, or by its number as people say it: `12`, `R-12`. */
export async function requireRequest(ctx: Ctx, which: string): Promise<RequestRow> {
  const number = /^(?:r-)?(\d{1,9})$/i.exec(which)?.[1]
  const query = (await readable(ctx)).selectAll()
  const row = await (number
    ? query.where('number', '=', Number(number))
    : query.where('id', '=', which)
  ).executeTakeFirst()
  if (!row) throw missing('This request')
  return row
}

export function toLine(row: RequestRow, type: string, today: string): RequestLine {
  const isBack = row.state === 'deferred' && row.deferred_until !== null && row.deferred_until <= today
  return {
    ...{ id: row.id, number: row.number, title: row.title, typeId: row.type_id, type, asker: row.asker },
    ...{ department: row.department, channel: row.channel, state: row.state, version: row.version },
    ...{ receivedAt: row.received_at.toISOString(), answerDueOn: row.answer_due_on },
    ...{ wishedOn: row.wished_on, isAppealed: isOpenAppeal(row), isComplete: row.is_complete },
    isAnswered: row.answered_at !== null,
    isLate: row.answered_at === null && row.answer_due_on < today,
    isDue: row.state === 'open' || isBack || isOpenAppeal(row),
  }
}

const waiting = (today: string) =>
  sql<boolean>`(state = 'open' or (state = 'deferred' and deferred_until <= ${today})
    or (state = 'declined' and appealed_at is not null and (decided_at is null or decided_at <= appealed_at)))`

export async function list(ctx: Ctx, { only, q, typeId, itemId, limit, offset }: In<typeof intake.list>) {
  const today = await todayOf(ctx)
  const types = await readableTypes(ctx)
  const base = await readable(ctx)
  const query = base
    .$if(only === 'waiting', (x) => x.where(waiting(today)))
    .$if(only === 'mine', (x) => x.where('decided_by_id', '=', ctx.actor.personId ?? ''))
    .$if(['asked', 'deferred', 'consent', 'accepted', 'declined'].includes(only), (x) =>
      x.where('state', '=', only as RequestRow['state']),
    )
    .$if(typeId !== undefined, (x) => x.where('type_id', '=', typeId!))
    .$if(itemId !== undefined, (x) => x.where('item_id', '=', itemId!))
    .$if(q.trim() !== '', (x) =>
      x.where((e) =>
        e.or((['title', 'asker', 'department'] as const).map((name) => e(name, 'ilike', holding(q.trim())))),
      ),
    )
  const counted = sql<number>`count(*)::int`
  const { total } = await query.select(counted.as('total')).executeTakeFirstOrThrow()
  const { many } = await base.where(waiting(today)).select(counted.as('many')).executeTakeFirstOrThrow()
  const rows = await query
    .selectAll()
    .$if(only === 'waiting', (x) => x.orderBy('answer_due_on').orderBy('number'))
    .$if(only !== 'waiting', (x) => x.orderBy('number', 'desc'))
    .limit(limit)
    .offset(offset)
    .execute()
  const names = new Map(types.map((one) => [one.id, one.name]))
  return { items: rows.map((row) => toLine(row, names.get(row.type_id) ?? '', today)), total, waiting: many }
}

const toEntry = (row: EntryRow) => ({
  ...{ id: row.id, kind: row.kind, words: row.words, isShown: row.is_shown, byAsker: row.by_asker },
  ...{ by: row.by_name, at: row.at.toISOString() },
})

export const entriesOf = (ctx: Ctx, id: string): Promise<EntryRow[]> =>
  ctx.db.selectFrom('intake_entries').selectAll().where('request_id', '=', id).orderBy('place').execute()

export async function toRequest(ctx: Ctx, row: RequestRow): Promise<Request> {
  const type = (await readableTypes(ctx)).find((one) => one.id === row.type_id)!
  const entries = await entriesOf(ctx, row.id)
  const why = await whyNotTriage(ctx, type)
  return {
    ...toLine(row, type.name, await todayOf(ctx)),
    ...saidOf(row),
    item: await itemOf(ctx, row),
    mergedInto: await mergedOf(ctx, row),
    displacements: await displacementsOf(ctx, row),
    entries: entries.map(toEntry),
    usual: usualOf(type),
    can: { triage: why === null, undo: why === null ? undoable(row, entries) : null },
    whyNotTriage: why ?? (isOpenAppeal(row) ? null : whyNotDecide(row, ctx.actor.personId)),
  }
}

const usualOf = (type: TypeRow) => ({
  ...{ boardId: type.board_id, itemTypeId: type.item_type_id, usualMinutes: type.usual_minutes },
})

const saidOf = (row: RequestRow) => ({
  ...{ purpose: row.purpose, hurry: row.hurry, impact: row.impact, email: row.email },
  ...{ questions: row.questions, answers: row.answers, earliest: row.outlook.earliest },
  ...{ price: row.price ?? row.outlook.price, deferredUntil: row.deferred_until, reason: row.reason },
  ...{ explanation: row.explanation, alternative: row.alternative, decidedBy: row.decided_by },
  ...{ isAlternativeTaken: row.alternative_taken_at !== null, promisedOn: row.promised_on },
})

/** The item it became; nothing of one on a board that the asker may not see. */
async function itemOf(ctx: Ctx, row: RequestRow): Promise<Request['item']> {
  if (!row.item_id) return null
  const found = await (await visibleItems(ctx))
    .select(['id', 'number', 'title', 'due_on'])
    .where('id', '=', row.item_id)
    .executeTakeFirst()
  if (!found) return null
  const stage = (await standing(ctx, [found.id])).get(found.id)?.stage ?? ''
  return { id: found.id, name: `W-${found.number} ${found.title}`, stage, dueOn: found.due_on }
}

async function mergedOf(ctx: Ctx, row: RequestRow): Promise<Request['mergedInto']> {
  if (!row.merged_into) return null
  const found = await (await readable(ctx))
    .select(['id', 'number', 'title'])
    .where('id', '=', row.merged_into)
    .executeTakeFirst()
  return found ? { id: found.id, name: `${nameOf(found.number)} ${found.title}` } : null
}

export const show = async (ctx: Ctx, { id }: In<typeof intake.show>) =>
  toRequest(ctx, await requireRequest(ctx, id))

export async function alike(ctx: Ctx, { id }: In<typeof intake.alike>) {
  const row = await requireRequest(ctx, id)
  const items = (await itemsLike(ctx, row.title, row.purpose)).filter((one) => one.id !== row.item_id)
  return { requests: await requestsLike(await readable(ctx), row), items }
}
