import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid, missing } from '../../../kernel/errors.ts'
import { today } from '../../budget/server/index.ts'
import { type Deliverable, positions } from '../contract.ts'
import { whyNotDelivered, whyNotEvidence } from '../rules.ts'
import { mark, requirePosition } from './records.ts'
import type { DeliverableRow } from './tables.ts'

const { events } = positions

export const toDeliverable = (row: DeliverableRow, day: string): Deliverable => ({
  ...{ id: row.id, positionId: row.position_id, what: row.what, dueOn: row.due_on },
  ...{ deliveredOn: row.delivered_on, minutes: row.minutes, evidence: row.evidence, value: row.value },
  ...{ version: row.version, changedBy: row.changed_by },
  isLate: row.delivered_on === null && row.due_on < day,
})

export async function deliverablesOf(ctx: Ctx, ids: string[]): Promise<DeliverableRow[]> {
  if (ids.length === 0) return []
  return ctx.db
    .selectFrom('positions_deliverables')
    .selectAll()
    .where('position_id', 'in', ids)
    .where('removed_at', 'is', null)
    .orderBy('due_on')
    .orderBy('id')
    .execute()
}

async function requireDeliverable(ctx: Ctx, id: string, isRemoved = false): Promise<DeliverableRow> {
  const row = await ctx.db
    .selectFrom('positions_deliverables')
    .selectAll()
    .where('id', '=', id)
    .where('removed_at', isRemoved ? 'is not' : 'is', null)
    .executeTakeFirst()
  if (!row) throw missing('This deliverable')
  return row
}

type Said = Omit<In<typeof positions.addDeliverable>, 'id'>

async function columnsOf(ctx: Ctx, said: Said) {
  const objection = whyNotEvidence(said.evidence) ?? whyNotDelivered(said.deliveredOn, await today(ctx))
  if (objection) throw invalid(objection)
  const { what, minutes, evidence, value } = said
  return { what, due_on: said.dueOn, delivered_on: said.deliveredOn, minutes, evidence, value }
}

export async function addDeliverable(ctx: Ctx, { id, ...said }: In<typeof positions.addDeliverable>) {
  const { title } = await requirePosition(ctx, id)
  const columns = await columnsOf(ctx, said)

  const row = await ctx.insert('positions_deliverables', {
    ...{ id: ctx.id('pdl'), position_id: id, ...columns, removed_at: null },
    ...mark(ctx, { version: 0 }),
  })
  await ctx.record(events.deliverableAdded, id, { what: title, name: row.what })

  return toDeliverable(row, await today(ctx))
}

export async function changeDeliverable(
  ctx: Ctx,
  { id, version, ...said }: In<typeof positions.changeDeliverable>,
) {
  const row = await requireDeliverable(ctx, id)
  const { title } = await requirePosition(ctx, row.position_id)
  if (row.version !== version)
    throw conflict(
      `${row.changed_by} changed “${row.what}” since you opened it. Load it again and repeat your change.`,
    )
  const columns = await columnsOf(ctx, said)

  const changed = (await ctx.update('positions_deliverables', id, { ...columns, ...mark(ctx, row) })) ?? row
  const isDelivered = row.delivered_on === null && changed.delivered_on !== null
  const event = isDelivered ? events.delivered : events.deliverableChanged
  await ctx.record(event, row.position_id, { what: title, name: changed.what })

  return toDeliverable(changed, await today(ctx))
}

export const removeDeliverable = (ctx: Ctx, { id }: In<typeof positions.removeDeliverable>) =>
  setRemoved(ctx, id, true)
export const restoreDeliverable = (ctx: Ctx, { id }: In<typeof positions.restoreDeliverable>) =>
  setRemoved(ctx, id, false)

async function setRemoved(ctx: Ctx, id: string, isRemoved: boolean) {
  const row = await requireDeliverable(ctx, id, !isRemoved)
  const { title } = await requirePosition(ctx, row.position_id)

  await ctx.update('positions_deliverables', id, {
    removed_at: isRemoved ? ctx.now : null,
    ...mark(ctx, row),
  })
  const event = isRemoved ? events.deliverableRemoved : events.deliverableChanged
  await ctx.record(event, row.position_id, { what: title, name: row.what })

  return {}
}
