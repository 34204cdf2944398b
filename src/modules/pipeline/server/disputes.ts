import { warehouse } from '../../../engine/port.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, missing } from '../../../kernel/errors.ts'
import { freshen } from '../../imports/server/index.ts'
import { pipeline } from '../contract.ts'
import { toDispute } from './tables.ts'

export async function disputesOf(ctx: Ctx, leadIds: string[]) {
  if (leadIds.length === 0) return []
  const rows = await ctx.db
    .selectFrom('pipeline_disputes')
    .selectAll()
    .where('lead_id', 'in', leadIds)
    .orderBy('disputed_at', 'desc')
    .execute()
  return rows.map(toDispute)
}

export async function disputes(ctx: Ctx, { open }: In<typeof pipeline.disputes>) {
  let query = ctx.db.selectFrom('pipeline_disputes').selectAll().orderBy('disputed_at', 'desc').limit(500)
  if (open !== undefined) query = query.where('verdict', open ? 'is' : 'is not', null)
  return { items: (await query.execute()).map(toDispute) }
}

export async function dispute(ctx: Ctx, { id, reason }: In<typeof pipeline.dispute>) {
  await freshen(ctx)
  const [known] = await ctx.use(warehouse).query('select 1 from mart.funnel where contact_id = $1', [id])
  if (!known) throw missing('This lead')
  const open = await ctx.db
    .selectFrom('pipeline_disputes')
    .select('id')
    .where('lead_id', '=', id)
    .where('verdict', 'is', null)
    .executeTakeFirst()
  if (open) throw conflict('This lead is disputed already and waits for an answer.')

  const row = await ctx.insert('pipeline_disputes', {
    id: ctx.id('dsp'),
    lead_id: id,
    reason,
    disputed_by: ctx.actor.name,
    disputed_at: ctx.now,
    answer: null,
    verdict: null,
    answered_by: null,
    answered_at: null,
  })
  await ctx.record(pipeline.events.leadDisputed, row.id, { leadId: id, reason })

  return toDispute(row)
}

export async function answerDispute(ctx: Ctx, { id, verdict, answer }: In<typeof pipeline.answerDispute>) {
  const row = await ctx.db.selectFrom('pipeline_disputes').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('This dispute')
  if (row.verdict) throw conflict(`${row.answered_by} has answered this dispute already.`)

  const patch = { verdict, answer, answered_by: ctx.actor.name, answered_at: ctx.now }
  const answered = await ctx.update('pipeline_disputes', id, patch)
  await ctx.record(pipeline.events.disputeAnswered, id, { leadId: row.lead_id, verdict })

  return toDispute(answered ?? row)
}
