import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, invalid, missing } from '../../../kernel/errors.ts'
import { notify } from '../../activity/server/index.ts'
import { lackOfFields } from '../../fields/server/index.ts'
import { campaigns } from '../contract.ts'
import { whatLacks, whyNotAsk, whyNotDecideChange } from '../rules.ts'
import { briefAfter, recordAmounts, requireBrief, requirePlanned } from './actions.ts'
import { keepVersion } from './approval.ts'
import { tellDeciders, tellOwner } from './approvers.ts'
import { toJudged } from './changes-shown.ts'
import { requireCampaign, termsOf, toPlanned } from './records.ts'
import { show } from './show.ts'
import type { CampaignRow, ChangeRow } from './tables.ts'

async function requireChange(ctx: Ctx, id: string): Promise<[ChangeRow, CampaignRow]> {
  const change = await ctx.db
    .selectFrom('campaigns_changes')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!change) throw missing('This change')
  return [change, await requireCampaign(ctx, change.campaign_id)]
}

const openOf = (ctx: Ctx, id: string) =>
  ctx.db
    .selectFrom('campaigns_changes')
    .select('id')
    .where('campaign_id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst()

export async function askChange(
  ctx: Ctx,
  { id, reason, baseVersion, ...said }: In<typeof campaigns.askChange>,
) {
  const row = await requireCampaign(ctx, id)
  if (baseVersion !== undefined && baseVersion !== row.approved_version)
    throw conflict(
      `The approved brief of ${row.name} has changed since you opened it. Load it again and repeat your change.`,
    )
  if (!ctx.actor.personId) throw forbidden('A change is asked for by a person: sign in under your own name.')
  const before = termsOf(row)
  const brief = await briefAfter(ctx, row.level, { said: said.brief, before: row.brief })
  const after = { brief, planned: requirePlanned(ctx, said.planned, before.planned) }
  const isOpen = (await openOf(ctx, id)) !== undefined
  const objection = whyNotAsk(row.state, { before, after, isOpen })
  if (objection) throw conflict(objection)
  const lacks = whatLacks(after) ?? (await lackOfFields(ctx, row.level, brief.fields))
  if (lacks) throw invalid(lacks)
  await requireBrief(ctx, brief, after.planned)

  await ctx.insert('campaigns_changes', {
    id: ctx.id('cch'),
    campaign_id: id,
    base_version: row.approved_version,
    brief: JSON.stringify({ ...brief, agency: row.brief.agency, approvals: row.brief.approvals }),
    ...toPlanned(after.planned),
    ...{
      reason,
      state: 'open',
      asked_by_id: ctx.actor.personId,
      asked_by: ctx.actor.name,
      asked_at: ctx.now,
    },
    ...{ decided_by: null, decided_at: null, note: null },
  })
  await ctx.record(campaigns.events.changeAsked, id, { name: row.name, reason })
  await tellDeciders(ctx, row, { title: `To be decided: a change of ${row.name}`, why: reason })

  return show(ctx, { id })
}

export async function decideChange(ctx: Ctx, { id, accepts, note }: In<typeof campaigns.decideChange>) {
  const [change, row] = await requireChange(ctx, id)
  const objection = whyNotDecideChange(...toJudged(change, row), ctx.actor.personId)
  if (objection) throw forbidden(objection)
  if (!accepts && note.length < 3) throw conflict('Say why it is refused; whoever asked wants to know.')

  const state = accepts ? 'accepted' : 'refused'
  await ctx.update('campaigns_changes', id, { state, decided_by: ctx.actor.name, decided_at: ctx.now, note })
  if (accepts) await putInForce(ctx, row, change)
  else await ctx.record(campaigns.events.changeRefused, row.id, { name: row.name, reason: note })
  const words = {
    title: `${accepts ? 'Accepted' : 'Refused'}: a change of ${row.name}`,
    why: `${ctx.actor.name}${note ? `: ${note}` : ' decided it.'}`,
  }
  await tellOwner(ctx, row, words)
  if (change.asked_by_id !== row.owner_id)
    await notify(ctx, change.asked_by_id, { ...words, link: `/campaigns/${row.id}?tab=changes` })

  return show(ctx, { id: row.id })
}

/** The changed brief is the approved one from here on; the one before stays to be read. */
async function putInForce(ctx: Ctx, row: CampaignRow, change: ChangeRow): Promise<void> {
  const { brief, planned } = termsOf(change)
  const version = row.approved_version + 1
  const inForce = { ...brief, agency: row.brief.agency, approvals: row.brief.approvals }
  await keepVersion(ctx, row, { version, reason: `Changed: ${change.reason}`, brief: inForce, planned })
  await ctx.update('campaigns_records', row.id, {
    brief: JSON.stringify(inForce),
    ...toPlanned(planned),
    approved_version: version,
    version: row.version + 1,
  })
  await recordAmounts(ctx, row, { brief: inForce, planned })
  await ctx.record(campaigns.events.changeAccepted, row.id, { name: row.name })
}

export async function withdrawChange(ctx: Ctx, { id }: In<typeof campaigns.withdrawChange>) {
  const [change, row] = await requireChange(ctx, id)
  if (change.state !== 'open') throw conflict(`It is ${change.state} already.`)

  await ctx.update('campaigns_changes', id, {
    state: 'withdrawn',
    decided_by: ctx.actor.name,
    decided_at: ctx.now,
  })
  await ctx.record(campaigns.events.changeWithdrawn, row.id, { name: row.name })

  return show(ctx, { id: row.id })
}
