import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict } from '../../../kernel/errors.ts'
import { type Demand, work } from '../contract.ts'
import { lackOf, nameOf, skippedBetween, toldOf } from '../rules.ts'
import { requireBoard, requireInUse, stagesOf } from './boards.ts'
import { keepChange } from './changes.ts'
import { moveAll } from './moving.ts'
import { workPorts } from './ports.ts'
import { requireChangeable, requireStage } from './records.ts'
import { requireRoom } from './room.ts'
import { toItems } from './show.ts'
import type { ItemRow, StageRow } from './tables.ts'

export async function move(ctx: Ctx, { ids, stageId, afterId, reason }: In<typeof work.move>) {
  const rows = await requireChangeable(ctx, ids)
  const to = await requireStage(ctx, stageId)
  await requireOpen(ctx, to)
  const arriving = rows.filter((row) => row.stage_id !== to.id)
  const skipped = await requireWay(ctx, arriving, to, reason)

  await moveAll(ctx, rows, to, { reason, skipped, afterId })
  const changeId = await keepChange(
    ctx,
    rows.map((row) => ({ id: row.id, place: { was: stoodOf(row), now: to.id, at: ctx.now } })),
  )
  await tell(ctx, rows, arriving, to)

  const names = [...new Set([...skipped.values()].flat())]
  return { changed: rows.length, changeId, skipped: names }
}

const stoodOf = (row: ItemRow) => ({
  ...{ stage_id: row.stage_id, rank: row.rank, entered_at: row.entered_at, started_at: row.started_at },
  ...{ done_at: row.done_at, approved_at: row.approved_at, approved_by: row.approved_by },
})

async function requireOpen(ctx: Ctx, to: StageRow): Promise<void> {
  const board = await requireBoard(ctx, to.board_id)
  if (to.retired_at) throw conflict(`The stage ${to.name} was taken away. Load the board again.`)
  requireInUse(board)
}

async function tell(
  ctx: Ctx,
  rows: readonly ItemRow[],
  arriving: readonly ItemRow[],
  to: StageRow,
): Promise<void> {
  const said = { items: toldOf(rows.map((row) => row.number)), count: rows.length }
  const { events } = work
  if (arriving.length > 0) await ctx.record(events.moved, rows[0]!.id, { ...said, stage: to.name })
  else await ctx.record(events.ordered, rows[0]!.id, said)
}

/** Refuses what a stage does not take, first what no reason can lift; answers the required stages that each item jumps over. */
async function requireWay(
  ctx: Ctx,
  arriving: readonly ItemRow[],
  to: StageRow,
  reason: string,
): Promise<Map<string, string[]>> {
  if (arriving.length === 0) return new Map()
  await requireReady(ctx, arriving, to)
  await requireRoom(ctx, arriving, to, reason)
  const skipped = await skippedOf(ctx, arriving, to)
  const first = arriving.find((row) => skipped.has(row.id))
  if (first && !reason)
    throw conflict(
      `W-${first.number} would jump over ${skipped.get(first.id)!.join(' and ')}, which the workflow requires. Move it there, or give a reason: it is kept.`,
    )
  return skipped
}

async function requireReady(ctx: Ctx, arriving: readonly ItemRow[], to: StageRow): Promise<void> {
  const objections = await ctx.use(workPorts).objections(ctx, arriving, to)
  for (const row of arriving) {
    const why = objections.get(row.id)
    if (why) throw conflict(`${nameOf(row)}: ${why}`)
  }
  if (to.demands.length === 0) return
  for (const item of await toItems(ctx, arriving)) {
    const lack = lackOf(to.demands as Demand[], {
      ...{ assignees: item.assignees.length, dueOn: item.dueOn, isApproved: item.isApproved },
      ...{ isVision: item.isVision, notVision: item.notVision, waitsFor: item.waitsFor },
      estimate: item.estimateMinutes !== null || item.points !== null,
      openChecks: item.checks.all - item.checks.done,
    })
    if (lack.length > 0) throw conflict(`${nameOf(item)} cannot go to ${to.name} yet: ${lack.join('; ')}.`)
  }
}

async function skippedOf(
  ctx: Ctx,
  arriving: readonly ItemRow[],
  to: StageRow,
): Promise<Map<string, string[]>> {
  const stages = (await stagesOf(ctx, [to.board_id])).map((one) => ({ ...one, isRequired: one.is_required }))
  const target = stages.find((one) => one.id === to.id)!
  const found = new Map<string, string[]>()
  for (const row of arriving) {
    const from = stages.find((one) => one.id === row.stage_id)
    const names = from ? skippedBetween(stages, from, target) : []
    if (names.length > 0) found.set(row.id, names)
  }
  return found
}
