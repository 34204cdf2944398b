import type { Ctx } from '../../../kernel/ctx.ts'
import { stagesOf, visibleBoards } from './boards.ts'
import type { Before } from './changes.ts'
import { freeRanks, moveAll } from './moving.ts'
import { any, requireStage } from './records.ts'
import { requireRoom } from './room.ts'
import type { ItemRow, StageRow } from './tables.ts'

const boardsInUse = async (ctx: Ctx): Promise<string[]> =>
  (await visibleBoards(ctx, false)).map((board) => board.id)

/** Items that were taken away stand where they stood, or at the beginning of their board where that stage is gone. */
export async function bringBack(ctx: Ctx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const rows = await ctx.db
    .selectFrom('work_items')
    .selectAll()
    .where('id', '=', any(ids))
    .where('removed_at', 'is not', null)
    .where('board_id', '=', any(await boardsInUse(ctx)))
    .orderBy('rank')
    .execute()
  for (const stageId of new Set(rows.map((row) => row.stage_id))) {
    const own = rows.filter((row) => row.stage_id === stageId)
    await stand(ctx, own, await requireStage(ctx, stageId))
    await ctx.updateAll(
      'work_items',
      own.map(({ id }) => ({ id, removed_at: null, changed_at: ctx.now })),
    )
  }
}

async function stand(ctx: Ctx, own: readonly ItemRow[], stage: StageRow): Promise<void> {
  const to = stage.retired_at ? (await stagesOf(ctx, [stage.board_id]))[0]! : stage
  await requireRoom(ctx, own, to, '')
  if (stage.retired_at)
    await moveAll(ctx, own, to, { reason: `The stage ${stage.name} was taken away`, skipped: new Map() })
  else {
    const ranks = await freeRanks(ctx, own, to, new Map(own.map((row) => [row.id, row.rank])))
    await ctx.updateAll(
      'work_items',
      own.map(({ id }, at) => ({ id, rank: ranks[at]! })),
    )
  }
}

type Known = ReadonlyMap<string, ItemRow>
type Placed = { id: string; place: NonNullable<Before['place']> }

/** Items that nobody moved since go back where they stood; the others, and those whose stage is gone, are left. */
export async function placesBack(
  ctx: Ctx,
  all: readonly Before[],
  known: Known,
  left: Set<string>,
): Promise<void> {
  const placed = all.flatMap(({ id, place }): Placed[] => (place ? [{ id, place }] : []))
  const stages = await stagesThere(
    ctx,
    placed.map((one) => one.place.was.stage_id),
  )
  for (const one of placed)
    if (!stages.has(one.place.was.stage_id) || !isStillThere(one, known.get(one.id)!)) left.add(one.id)
  const still = placed.filter((one) => !left.has(one.id))
  for (const [id, stage] of stages)
    await stageBack(
      ctx,
      stage,
      still.filter((one) => one.place.was.stage_id === id),
      known,
    )
}

/** Of a stage that it came back to meanwhile is told by when it came there. */
const isStillThere = ({ place }: Placed, row: ItemRow): boolean =>
  row.stage_id === place.now &&
  (place.was.stage_id === place.now || row.entered_at.getTime() === new Date(place.at).getTime())

async function stagesThere(ctx: Ctx, ids: readonly string[]): Promise<Map<string, StageRow>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('work_stages')
    .selectAll()
    .where('id', '=', any(ids))
    .where('board_id', '=', any(await boardsInUse(ctx)))
    .where('retired_at', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

async function stageBack(ctx: Ctx, to: StageRow, own: readonly Placed[], known: Known): Promise<void> {
  if (own.length === 0) return
  const rows = own.map((one) => known.get(one.id)!)
  const arriving = rows.filter((row) => row.stage_id !== to.id)
  await requireRoom(ctx, arriving, to, '')
  const wished = new Map(own.map(({ id, place }) => [id, place.was.rank]))
  const ranks = await freeRanks(ctx, rows, to, wished)
  await ctx.updateAll(
    'work_items',
    own.map(({ id, place: { was } }, at) => ({
      ...(rows[at]!.stage_id === to.id ? {} : { ...was, board_id: to.board_id }),
      ...{ id, rank: ranks[at]!, changed_at: ctx.now },
    })),
  )
  await staysBack(
    ctx,
    arriving.map((row) => row.id),
  )
}

/** What was undone did not happen: the stay that it began goes, and the one before goes on. */
async function staysBack(ctx: Ctx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const stays = await ctx.db
    .selectFrom('work_stays')
    .select(['id', 'item_id', 'entered_at', 'left_at'])
    .where('item_id', '=', any(ids))
    .orderBy('entered_at')
    .execute()
  const begun = stays.filter((stay) => stay.left_at === null)
  const byEnd = new Map(stays.map((stay) => [`${stay.item_id} ${stay.left_at?.getTime()}`, stay.id]))
  const before = begun.flatMap((stay) => byEnd.get(`${stay.item_id} ${stay.entered_at.getTime()}`) ?? [])
  await ctx.deleteAll('work_stays', { column: 'id', among: begun.map((stay) => stay.id) })
  await ctx.updateAll(
    'work_stays',
    before.map((id) => ({ id, left_at: null })),
  )
}
