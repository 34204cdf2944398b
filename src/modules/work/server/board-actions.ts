import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid } from '../../../kernel/errors.ts'
import { requirePerson, requireTeam, roleNames } from '../../identity/server/index.ts'
import { type StageInput, work } from '../contract.ts'
import { whyNotStages } from '../rules.ts'
import { board, requireBoard, requireManaged, requireVersion, stagesOf } from './boards.ts'
import { countedIn, moveAll } from './moving.ts'
import type { StageRow } from './tables.ts'

const { events } = work

export async function addBoard(ctx: Ctx, { stages, ...said }: In<typeof work.addBoard>) {
  await requireStages(ctx, stages)
  await requireKnown(ctx, said)
  await refuseTakenName(ctx, said.name)

  const row = await ctx.insert('work_boards', {
    ...{ id: ctx.id('brd'), name: said.name, purpose: said.purpose, team_id: said.teamId },
    ...{ owner_id: said.ownerId, is_confidential: said.isConfidential, scale: said.scale },
    ...{ archived_at: null, version: 1, made_by: ctx.actor.name, made_at: ctx.now },
  })
  for (const [place, stage] of stages.entries())
    await ctx.insert('work_stages', {
      ...{ id: ctx.id('wst'), board_id: row.id, retired_at: null, ...toRow(stage, place) },
    })
  await ctx.record(events.boardAdded, row.id, { name: told(row) })

  return board(ctx, { id: row.id })
}

/** The name of a confidential board is not for everybody who reads the feed. */
const told = (row: { name: string; is_confidential: boolean }) =>
  row.is_confidential ? '(confidential)' : row.name

const toRow = (stage: StageInput, place: number) => ({
  ...{ place, name: stage.name, kind: stage.kind, phase: stage.phase, most: stage.limit },
  ...{ is_required: stage.isRequired, most_days: stage.mostDays, demands: [...new Set(stage.demands)] },
  ...{ entry: stage.entry, exit: stage.exit, approver_role_id: stage.approverRoleId },
})

async function requireStages(ctx: Ctx, stages: readonly StageInput[]): Promise<void> {
  const objection = whyNotStages(stages)
  if (objection) throw invalid(objection, [{ field: 'stages', message: objection }])
  const roles = await roleNames(ctx.db)
  const unknown = stages.find((one) => one.approverRoleId && !roles.has(one.approverRoleId))
  if (unknown) throw invalid(`The role that approves in ${unknown.name} is gone. Choose another.`)
}

async function requireKnown(ctx: Ctx, said: { ownerId?: string; teamId?: string | null }): Promise<void> {
  if (said.ownerId !== undefined) await requirePerson(ctx, said.ownerId)
  if (said.teamId) await requireTeam(ctx, said.teamId)
}

async function refuseTakenName(ctx: Ctx, name: string, self?: string): Promise<void> {
  const rows = await ctx.db
    .selectFrom('work_boards')
    .select(['id', 'name'])
    .where('archived_at', 'is', null)
    .execute()
  const same = rows.some((row) => row.id !== self && row.name.toLowerCase() === name.toLowerCase())
  if (same) throw conflict(`There is a board ${name} already. Choose another name.`)
}

export async function changeBoard(
  ctx: Ctx,
  { id, version: asked, stages, moves, ...said }: In<typeof work.changeBoard>,
) {
  const row = await requireManaged(ctx, id)
  requireVersion(row, asked, 'board')
  const version = stages
    ? (await setStages(ctx, { id, version: asked, stages, moves, reason: '' })).version
    : asked
  await requireKnown(ctx, said)
  if (said.name !== undefined) await refuseTakenName(ctx, said.name, id)

  const after = await ctx.update('work_boards', id, {
    ...{ name: said.name, purpose: said.purpose, team_id: said.teamId, owner_id: said.ownerId },
    ...{ is_confidential: said.isConfidential, scale: said.scale, version: version + 1 },
  })
  await ctx.record(events.boardChanged, id, { name: told(after!) })

  return board(ctx, { id })
}

export async function setStages(ctx: Ctx, { id, version, stages, moves }: In<typeof work.setStages>) {
  const row = await requireManaged(ctx, id)
  requireVersion(row, version, 'board')
  await requireStages(ctx, stages)
  const before = await stagesOf(ctx, [id])
  requireOwn(stages, before)

  await ctx.update('work_boards', id, { version: version + 1 })
  for (const [place, { id: stageId, ...stage }] of stages.entries())
    if (stageId) await ctx.update('work_stages', stageId, toRow(stage, place))
    else
      await ctx.insert('work_stages', {
        ...{ id: ctx.id('wst'), board_id: id, retired_at: null, ...toRow(stage, place) },
      })
  for (const stage of before) await recount(ctx, stage, stages.find((one) => one.id === stage.id)?.kind)
  const kept = new Set(stages.map((one) => one.id))
  for (const stage of before) if (!kept.has(stage.id)) await retire(ctx, stage, moves[stage.id])
  await ctx.record(events.stagesSet, id, { name: told(row) })

  return board(ctx, { id })
}

/** Stages that are named by an id are of this board, each once. */
function requireOwn(stages: readonly StageInput[], before: readonly StageRow[]): void {
  const stranger = stages.find((one) => one.id && !before.some((known) => known.id === one.id))
  if (stranger) throw invalid(`${stranger.name} is no stage of this board any more. Load it again.`)
  const twice = stages.find((one, at) => one.id && stages.findIndex((each) => each.id === one.id) !== at)
  if (twice)
    throw invalid(`${twice.name} stands in the workflow twice. Load the board again and repeat your change.`)
}

/** What stands in a stage that becomes one of another kind is begun and done accordingly, since it came there. */
async function recount(ctx: Ctx, stage: StageRow, kind: StageRow['kind'] | undefined): Promise<void> {
  if (kind === undefined || kind === stage.kind) return
  const items = await ctx.db.selectFrom('work_items').selectAll().where('stage_id', '=', stage.id).execute()
  await ctx.updateAll(
    'work_items',
    items.map((item) => ({ id: item.id, ...countedIn(kind, item, item.entered_at) })),
  )
}

/** Its items go elsewhere first: none stands where no stage is. */
async function retire(ctx: Ctx, stage: StageRow, to: string | undefined): Promise<void> {
  const items = await ctx.db
    .selectFrom('work_items')
    .selectAll()
    .where('stage_id', '=', stage.id)
    .where('removed_at', 'is', null)
    .orderBy('rank')
    .execute()
  if (items.length > 0) {
    const target = (await stagesOf(ctx, [stage.board_id])).find((one) => one.id === to && one.id !== stage.id)
    if (!target) throw invalid(`${items.length} items stand in ${stage.name}. Say to which stage they go.`)
    await moveAll(ctx, items, target, {
      reason: `The stage ${stage.name} was taken away`,
      skipped: new Map(),
    })
  }
  await ctx.update('work_stages', stage.id, { retired_at: ctx.now })
}

export async function archiveBoard(ctx: Ctx, { id, isArchived }: In<typeof work.archiveBoard>) {
  const row = await requireManaged(ctx, id)
  if (!isArchived) await refuseTakenName(ctx, row.name, id)

  await ctx.update('work_boards', id, { archived_at: isArchived ? ctx.now : null })
  await ctx.record(isArchived ? events.boardArchived : events.boardTakenOut, id, { name: told(row) })

  return board(ctx, { id })
}

export async function favourBoard(ctx: Ctx, { id, isFavourite }: In<typeof work.favourBoard>) {
  await requireBoard(ctx, id)
  const personId = ctx.actor.personId
  if (!personId) throw conflict('Favourites are a person’s own. Sign in as one.')
  const which = { person_id: personId, board_id: id }
  await ctx.delete('work_favourites', which)
  if (isFavourite) await ctx.insert('work_favourites', which)
  await ctx.record(isFavourite ? events.boardFavoured : events.boardUnfavoured, id, {})
  return {}
}
