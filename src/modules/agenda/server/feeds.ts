import { holds } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, invalid, missing } from '../../../kernel/errors.ts'
import { newSecret } from '../../../kernel/ids.ts'
import { type Asker, asPerson, directory, hashOf, installation } from '../../identity/server/index.ts'
import { work } from '../../work/contract.ts'
import { agenda, type Feed } from '../contract.ts'
import { whyEmpty } from './entries.ts'
import type { FeedRow } from './tables.ts'

const mostFeeds = 30

/** The asker, who is a person: keys and the command line have no calendar. */
export async function requireAsker(ctx: Ctx): Promise<Asker & { personId: string }> {
  const { personId } = ctx.actor
  const asker = personId ? await ctx.use(asPerson)(personId) : undefined
  if (!asker || !personId) throw conflict('This belongs to a person: sign in as one.')
  return { ...asker, personId }
}

export const standing = (ctx: Ctx, personId: string) =>
  ctx.db
    .selectFrom('agenda_feeds')
    .selectAll()
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)

async function openBoards({ actor, ask }: Asker) {
  if (!holds(actor, work.boards.access)) return []
  return (await ask(work.boards, { archived: false })).items.map(({ id, name }) => ({ id, name }))
}

export async function teamIdsOf(ctx: Ctx, personId: string): Promise<string[]> {
  return ((await directory(ctx)).teams.get(personId) ?? []).map((one) => one.id)
}

type Known = { asker: Asker; boards: Awaited<ReturnType<typeof openBoards>>; teams: number }

async function knownOf(ctx: Ctx, asker: Asker & { personId: string }): Promise<Known> {
  const teams = (await teamIdsOf(ctx, asker.personId)).length
  return { asker, boards: await openBoards(asker), teams }
}

function showsOf(row: FeedRow, boards: Known['boards']): string {
  const board = boards.find((one) => one.id === row.board_id)?.name ?? 'a board'
  return {
    mine: 'What is due of yours, and when you are away',
    board: `What is due on ${board}`,
    items: 'Items of a list with its conditions',
    launches: 'Launches and announcements',
    away: 'Who of your teams is away',
  }[row.kind]
}

const toFeed = (row: FeedRow, { asker, boards, teams }: Known): Feed => ({
  ...{ id: row.id, name: row.name, kind: row.kind, shows: showsOf(row, boards), endsIn: row.ends_in },
  ...{ madeAt: row.made_at.toISOString(), lastUsedAt: row.used_at?.toISOString() ?? null },
  whyEmpty: whyEmpty(row, asker, new Set(boards.map((one) => one.id)), teams),
})

export async function feeds(ctx: Ctx) {
  const known = await knownOf(ctx, await requireAsker(ctx))
  const rows = await standing(ctx, ctx.actor.personId!).orderBy('made_at', 'desc').execute()
  return { items: rows.map((row) => toFeed(row, known)), boards: known.boards }
}

/** The secret of an address, and what is kept of it. */
function newAddress(ctx: Ctx) {
  const token = newSecret()
  const url = `${ctx.use(installation).publicUrl}/api/agenda/${token}.ics`
  return { url, kept: { token_hash: hashOf(token), ends_in: token.slice(-4) } }
}

export async function addFeed(ctx: Ctx, { name, kind, boardId, where }: In<typeof agenda.addFeed>) {
  const asker = await requireAsker(ctx)
  const known = await knownOf(ctx, asker)
  if (kind === 'board' && !known.boards.some((one) => one.id === boardId)) throw missing('This board')
  if (kind === 'items' && !where)
    throw invalid('Say which items: open a list of items, and make the feed from there.', [
      { field: 'where', message: 'is missing' },
    ])
  const all = await standing(ctx, asker.personId).execute()
  if (all.length >= mostFeeds)
    throw conflict(`You have ${mostFeeds} calendar feeds. Revoke one that you use no more.`)

  const { url, kept } = newAddress(ctx)
  const row = {
    ...{ id: ctx.id('fed'), person_id: asker.personId, name, kind, ...kept, made_at: ctx.now },
    ...{ board_id: kind === 'board' ? boardId : null, used_at: null, revoked_at: null },
    asked: kind === 'items' ? JSON.stringify(where) : null,
  }
  const objection = whyEmpty(row, asker, new Set(known.boards.map((one) => one.id)), known.teams)
  if (objection) throw forbidden(objection)
  // Asked once before it is kept: conditions that nothing understands are refused here, with their sentence.
  if (where && kind === 'items') await asker.ask(work.items, { ...where, limit: 1 })
  const made = await ctx.insert('agenda_feeds', row)
  await ctx.record(agenda.events.feedMade, made.id, {})

  return { feed: toFeed(made, known), url }
}

async function requireFeed(ctx: Ctx, id: string): Promise<FeedRow> {
  const row = await standing(ctx, ctx.actor.personId ?? '')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw missing('This feed')
  return row
}

export async function renewFeed(ctx: Ctx, { id }: In<typeof agenda.renewFeed>) {
  const asker = await requireAsker(ctx)
  await requireFeed(ctx, id)

  const { url, kept } = newAddress(ctx)
  const row = await ctx.update('agenda_feeds', id, { ...kept, used_at: null })
  await ctx.record(agenda.events.feedRenewed, id, {})

  return { feed: toFeed(row!, await knownOf(ctx, asker)), url }
}

export async function revokeFeed(ctx: Ctx, { id }: In<typeof agenda.revokeFeed>) {
  await requireFeed(ctx, id)

  await ctx.update('agenda_feeds', id, { revoked_at: ctx.now })
  await ctx.record(agenda.events.feedRevoked, id, {})
  return {}
}
