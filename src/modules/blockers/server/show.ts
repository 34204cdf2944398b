import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { allAgencies } from '../../agencies/server/index.ts'
import { directory, listTeams } from '../../identity/server/index.ts'
import { type ItemRow, visibleItems } from '../../work/server/index.ts'
import type { Blocker, blockers } from '../contract.ts'
import { halfAgeOf, isOverdue } from '../rules.ts'
import { any, mayWrite, readers, todayOf } from './records.ts'
import type { BlockerRow } from './tables.ts'
import { waitsBehind } from './waits.ts'

const dayMs = 86_400_000
export const daysOf = (row: BlockerRow, now: Date): number =>
  Math.max(0, Math.floor(((row.ended_at ?? now).getTime() - row.since_at.getTime()) / dayMs))

export async function answersOf(ctx: Ctx, ids: readonly string[]) {
  const rows = await ctx.db
    .selectFrom('blockers_answers')
    .selectAll()
    .where('blocker_id', '=', any(ids))
    .orderBy('at')
    .orderBy('id')
    .execute()
  const all = new Map<string, Blocker['answers']>()
  for (const row of rows) {
    const one = {
      ...{ id: row.id, text: row.text, expectedOn: row.expected_on, by: row.by_name },
      ...{ isGuest: row.is_guest, at: row.at.toISOString() },
    }
    all.set(row.blocker_id, [...(all.get(row.blocker_id) ?? []), one])
  }
  return all
}

/** The blockers of items that the asker may see, with those items. */
export async function toBlockers(ctx: Ctx, rows: readonly BlockerRow[]): Promise<Blocker[]> {
  const ids = [...new Set(rows.map((row) => row.item_id))]
  const items = await (await visibleItems(ctx)).selectAll().where('id', '=', any(ids)).execute()
  const byId = new Map(items.map((one) => [one.id, one]))
  const [waits, answers] = [
    await waitsBehind(ctx, items),
    await answersOf(
      ctx,
      rows.map((row) => row.id),
    ),
  ]
  const today = await todayOf(ctx)
  return rows.flatMap((row) => {
    const item = byId.get(row.item_id)
    if (!item) return []
    const days = daysOf(row, ctx.now)
    return {
      ...{ id: row.id, item: toNamed(item), ...toWords(row), days },
      isOverdue: !row.ended_at && isOverdue({ days, expectedOn: row.expected_on, today }),
      answers: answers.get(row.id) ?? [],
      waits: waits.get(row.item_id) ?? { items: [], people: [], serves: [] },
      can: { change: mayWrite(ctx) },
    }
  })
}

const toNamed = ({ id, number, title, board_id, done_at }: ItemRow) => ({
  ...{ id, number, title, boardId: board_id, isDone: done_at !== null },
})

const toWords = (row: BlockerRow) => ({
  ...{ reason: row.reason, cause: row.cause, kind: row.kind },
  ...{ partyKind: row.party_kind, partyId: row.party_id, party: row.party },
  owner: { id: row.owner_id, name: row.owner_name },
  ...{ sinceAt: row.since_at.toISOString(), expectedOn: row.expected_on, workaround: row.workaround },
  escalated:
    row.escalated_at === null
      ? null
      : { to: row.escalated_to ?? '', at: row.escalated_at.toISOString(), why: row.escalation },
  remindedAt: row.reminded_at?.toISOString() ?? null,
  ended:
    row.ended_at === null
      ? null
      : { at: row.ended_at.toISOString(), by: row.ended_by ?? '', with: row.ended_with ?? '' },
  ...{ madeBy: row.made_by, version: row.version },
})

export const toBlocker = async (ctx: Ctx, row: BlockerRow): Promise<Blocker> =>
  (await toBlockers(ctx, [row]))[0]!

export async function list(ctx: Ctx, asked: In<typeof blockers.list>) {
  let query = ctx.db.selectFrom('blockers_records').selectAll()
  if (asked.state !== 'all') query = query.where('ended_at', asked.state === 'open' ? 'is' : 'is not', null)
  if (asked.itemId) query = query.where('item_id', '=', asked.itemId)
  if (asked.kind) query = query.where('kind', '=', asked.kind)
  if (asked.ownerId) query = query.where('owner_id', '=', asked.ownerId)
  if (asked.cause) query = query.where('cause', '=', asked.cause)
  const items = await toBlockers(ctx, await query.orderBy('since_at').orderBy('id').execute())
  const open = items.filter((one) => !one.ended)
  return {
    ...{ items, open: open.length, can: { write: mayWrite(ctx) } },
    medianDays: halfAgeOf(open.map((one) => one.days)),
  }
}

/** Whom a blocker can name. */
export async function choices(ctx: Ctx) {
  const { rows } = await directory(ctx)
  const seeing = await readers(ctx)
  const people = [...rows.values()].filter((one) => seeing.has(one.id))
  const { teams } = await listTeams(ctx)
  const named = ({ id, name }: { id: string; name: string }) => ({ id, name })
  return {
    people: people.map(named),
    teams: teams.map(named),
    agencies: (await allAgencies(ctx)).map(named),
  }
}
