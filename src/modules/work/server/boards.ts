import { sql } from 'kysely'
import { holds } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, missing } from '../../../kernel/errors.ts'
import { directory, listTeams } from '../../identity/server/index.ts'
import type { Board, Demand, Stage, work } from '../contract.ts'
import { managesBoard, seesBoard } from '../rules.ts'
import type { BoardRow, StageRow } from './tables.ts'

/** The asker's teams. */
async function teamsOf(ctx: Ctx): Promise<Set<string>> {
  if (!ctx.actor.personId) return new Set()
  const { teams } = await directory(ctx)
  return new Set((teams.get(ctx.actor.personId) ?? []).map((one) => one.id))
}

const seenAs = (row: BoardRow) => ({
  isConfidential: row.is_confidential,
  ownerId: row.owner_id,
  teamId: row.team_id,
})

const allBoards = (ctx: Ctx): Promise<BoardRow[]> =>
  ctx.once('work boards', ['work_boards', 'identity_teams'], () =>
    ctx.db.selectFrom('work_boards').selectAll().orderBy('name').execute(),
  )

/** The boards that the asker may see: where every read of items begins. */
export async function visibleBoards(ctx: Ctx, archived?: boolean): Promise<BoardRow[]> {
  const rows = await allBoards(ctx)
  const kept = rows.filter((row) => archived === undefined || (row.archived_at !== null) === archived)
  if (!kept.some((row) => row.is_confidential)) return kept
  const teams = await teamsOf(ctx)
  return kept.filter((row) => seesBoard(seenAs(row), ctx.actor, teams))
}

/** The boards that the asker may not see. */
export async function hiddenBoards(ctx: Ctx): Promise<string[]> {
  const seen = new Set((await visibleBoards(ctx)).map((row) => row.id))
  return (await allBoards(ctx)).map((row) => row.id).filter((id) => !seen.has(id))
}

export async function requireBoard(ctx: Ctx, id: string): Promise<BoardRow> {
  const row = (await visibleBoards(ctx)).find((one) => one.id === id)
  if (!row) throw missing('This board')
  return row
}

/** A board that was put away can be read, and nothing on it changes. */
export function requireInUse(board: Pick<BoardRow, 'name' | 'archived_at'>): void {
  if (board.archived_at) throw conflict(`The board ${board.name} is put away. Take it out again first.`)
}

export async function requireManaged(ctx: Ctx, id: string): Promise<BoardRow> {
  const row = await requireBoard(ctx, id)
  if (!managesBoard({ ownerId: row.owner_id }, ctx.actor))
    throw forbidden(`Who owns the board ${row.name} or manages boards changes it.`)
  return row
}

export function requireVersion(row: { version: number; name: string }, version: number, what: string): void {
  if (row.version !== version)
    throw conflict(
      `Somebody changed the ${what} ${row.name} since you opened it. Load it again and repeat your change.`,
    )
}

/** The stages of boards in their order, those taken away left out. */
export async function stagesOf(ctx: Ctx, boardIds: readonly string[]): Promise<StageRow[]> {
  return ctx.db
    .selectFrom('work_stages')
    .selectAll()
    .where('board_id', '=', sql<string>`any(${boardIds})`)
    .where('retired_at', 'is', null)
    .orderBy('board_id')
    .orderBy('place')
    .execute()
}

const countsOf = async (ctx: Ctx, boardIds: readonly string[]): Promise<Map<string, number>> => {
  const rows = await ctx.db
    .selectFrom('work_items')
    .select(['stage_id', sql<number>`count(*)::int`.as('items')])
    .where('board_id', '=', sql<string>`any(${boardIds})`)
    .where('removed_at', 'is', null)
    .groupBy('stage_id')
    .execute()
  return new Map(rows.map((row) => [row.stage_id, row.items]))
}

export const toStage = (row: StageRow, items: number): Stage => ({
  ...{ id: row.id, name: row.name, kind: row.kind, phase: row.phase, limit: row.most, place: row.place },
  ...{ isRequired: row.is_required, mostDays: row.most_days, demands: row.demands as Demand[] },
  ...{ entry: row.entry, exit: row.exit, approverRoleId: row.approver_role_id, items },
})

export async function toBoards(ctx: Ctx, rows: readonly BoardRow[]): Promise<Board[]> {
  const ids = rows.map((row) => row.id)
  const [stages, counts, { rows: people }] = [
    await stagesOf(ctx, ids),
    await countsOf(ctx, ids),
    await directory(ctx),
  ]
  const teams = new Map((await listTeams(ctx)).teams.map(({ id, name }) => [id, { id, name }]))
  const favourites = await favouritesOf(ctx)
  return rows.map((row) => {
    const own = stages.filter((one) => one.board_id === row.id)
    return {
      ...{ id: row.id, name: row.name, purpose: row.purpose, teamId: row.team_id, scale: row.scale },
      ...{ isConfidential: row.is_confidential, ownerId: row.owner_id, version: row.version },
      owner: { id: row.owner_id, name: people.get(row.owner_id)?.name ?? 'Somebody who left' },
      team: teams.get(row.team_id ?? '') ?? null,
      stages: own.map((one) => toStage(one, counts.get(one.id) ?? 0)),
      items: own.reduce((sum, one) => sum + (counts.get(one.id) ?? 0), 0),
      isArchived: row.archived_at !== null,
      isFavourite: favourites.has(row.id),
      can: {
        manage: managesBoard({ ownerId: row.owner_id }, ctx.actor),
        write: holds(ctx.actor, 'work:write') && row.archived_at === null,
      },
    }
  })
}

async function favouritesOf(ctx: Ctx): Promise<Set<string>> {
  if (!ctx.actor.personId) return new Set()
  const rows = await ctx.db
    .selectFrom('work_favourites')
    .select('board_id')
    .where('person_id', '=', ctx.actor.personId)
    .execute()
  return new Set(rows.map((row) => row.board_id))
}

export async function boards(ctx: Ctx, { archived }: In<typeof work.boards>) {
  const items = await toBoards(ctx, await visibleBoards(ctx, archived))
  return { items, can: { add: holds(ctx.actor, 'work:manage') } }
}

export async function board(ctx: Ctx, { id }: In<typeof work.board>) {
  return (await toBoards(ctx, [await requireBoard(ctx, id)]))[0]!
}
