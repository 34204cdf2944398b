import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden } from '../../../kernel/errors.ts'
import { campaigns } from '../contract.ts'
import { stages, stageTitles, whyNotDecide, whyNotTicked } from '../rules.ts'
import { requireApprovers, tellNext, tellOwner } from './approvers.ts'
import { checklists } from './checklist.ts'
import { around, nextOf, requireCampaign, stagesOf, termsOf, toPlanned } from './records.ts'
import { askerOf, lackOf, show } from './show.ts'
import type { CampaignRow } from './tables.ts'

export async function submit(ctx: Ctx, { id }: In<typeof campaigns.submit>) {
  const row = await requireCampaign(ctx, id)
  const objection = await lackOf(ctx, row)
  if (objection) throw conflict(objection)
  await requireApprovers(ctx, row)

  const round = row.round + 1
  const patch = { state: 'in-approval', round, submitted_by_id: ctx.actor.personId ?? null } as const
  await ctx.update('campaigns_records', id, { ...patch, version: row.version + 1 })
  for (const [position, stage] of stages.entries()) {
    const { roleId, personId, dueOn } = row.brief.approvals.find((one) => one.stage === stage)!
    const who = { role_id: roleId, person_id: personId, due_on: dueOn }
    await ctx.insert('campaigns_stages', {
      ...{ id: ctx.id('cst'), campaign_id: id, round, position, stage, ...who, state: 'waiting' },
      ...{ decided_by_id: null, decided_by: null, decided_at: null, note: null },
      ...{ checklist_version: null, ticked: null },
    })
  }
  await ctx.record(campaigns.events.submitted, id, { name: row.name })
  await tellNext(ctx, await requireCampaign(ctx, id))

  return show(ctx, { id })
}

/** The stage that is next, which the asker may decide. */
async function requireNext(ctx: Ctx, row: CampaignRow) {
  const next = nextOf(row, await stagesOf(ctx, row), await around(ctx))
  const standing = { state: row.state, ownerId: row.owner_id, submittedById: row.submitted_by_id, next }
  const objection = whyNotDecide(standing, await askerOf(ctx))
  if (objection || !next) throw forbidden(objection ?? 'There is nothing to approve.')
  return next
}

const decided = (ctx: Ctx, note: string) => ({
  decided_by_id: ctx.actor.personId ?? null,
  decided_by: ctx.actor.name,
  decided_at: ctx.now,
  note,
})

export async function approve(ctx: Ctx, { id, stage, ticked, note }: In<typeof campaigns.approve>) {
  const row = await requireCampaign(ctx, id)
  const next = await requireNext(ctx, row)
  if (next.stage !== stage)
    throw conflict(`${stageTitles[stage]} is not next any more: ${next.title} is. Look at it again.`)
  const list = stage === 'creative' ? await checklists.current(ctx.db) : null
  const objection = list && whyNotTicked(list.checklist, ticked)
  if (objection) throw conflict(objection)

  const ticks = list && { checklist_version: list.version, ticked: list.checklist.map((one) => one.words) }
  await ctx.update('campaigns_stages', next.id, { state: 'approved', ...decided(ctx, note), ...ticks })
  await ctx.record(campaigns.events.stageApproved, id, { name: row.name, stage: next.title })
  const isLast = !(await stagesOf(ctx, row)).some((one) => one.state === 'waiting')
  if (isLast) await complete(ctx, row)
  else await tellNext(ctx, row)

  return show(ctx, { id })
}

/** Every stage has approved: the brief is kept as version and holds. */
async function complete(ctx: Ctx, row: CampaignRow): Promise<void> {
  const version = row.approved_version + 1
  await keepVersion(ctx, row, { version, reason: 'Approved', ...termsOf(row) })
  await ctx.update('campaigns_records', row.id, {
    state: 'approved',
    approved_version: version,
    version: row.version + 1,
  })
  await ctx.record(campaigns.events.approved, row.id, { name: row.name })
  await tellOwner(ctx, row, { title: `Approved: ${row.name}`, why: 'Every stage has approved its brief.' })
}

type Kept = { version: number; reason: string } & ReturnType<typeof termsOf>

export const keepVersion = (ctx: Ctx, row: CampaignRow, { version, reason, brief, planned }: Kept) =>
  ctx.insert('campaigns_versions', {
    id: ctx.id('cve'),
    campaign_id: row.id,
    version,
    brief: JSON.stringify(brief),
    ...toPlanned(planned),
    reason,
    approved_by: ctx.actor.name,
    approved_at: ctx.now,
  })

export async function sendBack(ctx: Ctx, { id, reason }: In<typeof campaigns.sendBack>) {
  const row = await requireCampaign(ctx, id)
  const next = await requireNext(ctx, row)

  await ctx.update('campaigns_stages', next.id, { state: 'sent-back', ...decided(ctx, reason) })
  await reopen(ctx, row)
  await ctx.record(campaigns.events.sentBack, id, { name: row.name, reason })
  await tellOwner(ctx, row, { title: `Sent back: ${row.name}`, why: `${ctx.actor.name}: ${reason}` })

  return show(ctx, { id })
}

export async function recall(ctx: Ctx, { id, reason }: In<typeof campaigns.recall>) {
  const row = await requireCampaign(ctx, id)
  if (row.state !== 'in-approval') throw conflict('It is not in approval: there is nothing to recall.')

  await reopen(ctx, row)
  await ctx.record(campaigns.events.recalled, id, { name: row.name, reason })
  await tellOwner(ctx, row, { title: `Recalled: ${row.name}`, why: `${ctx.actor.name}: ${reason}` })

  return show(ctx, { id })
}

/** Back to a draft; what still waits of this round is not to be decided any more. */
async function reopen(ctx: Ctx, row: CampaignRow): Promise<void> {
  for (const { id, state } of await stagesOf(ctx, row))
    if (state === 'waiting') await ctx.update('campaigns_stages', id, { state: 'recalled' })
  await ctx.update('campaigns_records', row.id, { state: 'draft', version: row.version + 1 })
}
