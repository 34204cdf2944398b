import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid, missing } from '../../../kernel/errors.ts'
import { availability } from '../contract.ts'
import { aroundOf, requireChangeable } from './people.ts'
import type { DutyRow } from './tables.ts'
import { toDuty } from './time.ts'

type Said = Omit<In<typeof availability.addDuty>, 'id'>

const toRow = ({ kind, minutes, fromOn, toOn, reason }: Said) => {
  if (toOn !== null && toOn < fromOn)
    throw invalid(`The last day, ${toOn}, lies before the first, ${fromOn}.`)
  return { kind, minutes, from_on: fromOn, to_on: toOn, reason }
}

const changedBy = (ctx: Ctx) => ({ changed_by: ctx.actor.name, changed_at: ctx.now })
const most = 50

/** Duties that the asker may change: their own, or of somebody they lead. */
async function requireDuty(ctx: Ctx, id: string): Promise<{ row: DutyRow; who: string }> {
  const row = await ctx.db
    .selectFrom('availability_duties')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw missing('This duty')
  const { name } = requireChangeable(await aroundOf(ctx), row.person_id, { byOneself: true })
  return { row, who: name }
}

export async function addDuty(ctx: Ctx, { id: personId, ...said }: In<typeof availability.addDuty>) {
  const { name } = requireChangeable(await aroundOf(ctx), personId, { byOneself: true })
  const { length } = await ctx.db
    .selectFrom('availability_duties')
    .select('id')
    .where('person_id', '=', personId)
    .where('removed_at', 'is', null)
    .execute()
  if (length >= most) throw conflict(`${most} other duties are kept at most. Take old ones away.`)

  const row = await ctx.insert('availability_duties', {
    ...{ id: ctx.id('dut'), person_id: personId, ...toRow(said) },
    ...{ version: 1, removed_at: null, ...changedBy(ctx) },
  })
  await ctx.record(availability.events.dutyAdded, personId, { who: name })

  return toDuty(row)
}

export async function changeDuty(ctx: Ctx, { id, version, ...said }: In<typeof availability.changeDuty>) {
  const { row, who } = await requireDuty(ctx, id)
  if (row.removed_at)
    throw conflict(`${row.changed_by} took this duty away. Put it back before you change it.`)
  if (row.version !== version)
    throw conflict(`${row.changed_by} changed this duty since you opened the page. Load it again.`)

  const patch = { ...toRow(said), version: version + 1, ...changedBy(ctx) }
  const changed = await ctx.update('availability_duties', id, patch)
  await ctx.record(availability.events.dutyChanged, row.person_id, { who })

  return toDuty(changed!)
}

export async function removeDuty(ctx: Ctx, { id }: In<typeof availability.removeDuty>) {
  const { row, who } = await requireDuty(ctx, id)
  if (row.removed_at) throw conflict('This duty was taken away already.')

  await ctx.update('availability_duties', id, { removed_at: ctx.now, ...changedBy(ctx) })
  await ctx.record(availability.events.dutyRemoved, row.person_id, { who })

  return { id }
}

export async function restoreDuty(ctx: Ctx, { id }: In<typeof availability.restoreDuty>) {
  const { row, who } = await requireDuty(ctx, id)
  if (!row.removed_at) throw conflict('This duty was not taken away.')

  const restored = await ctx.update('availability_duties', id, { removed_at: null, ...changedBy(ctx) })
  await ctx.record(availability.events.dutyAdded, row.person_id, { who })

  return toDuty(restored!)
}
