import { catalogue } from '../../../engine/query/catalogue.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, invalid } from '../../../kernel/errors.ts'
import { isMoney } from '../../fields/rules.ts'
import { requireValues } from '../../fields/server/index.ts'
import { requirePerson } from '../../identity/server/index.ts'
import { channels } from '../../imports/server/index.ts'
import { linkUp } from '../../trace/server/index.ts'
import { type Brief, campaigns, type Level, type Money, type SaidBrief } from '../contract.ts'
import { isSame, whyNotEdit, whyNotKeep, whyNotTarget, whyNotUnder } from '../rules.ts'
import { requireCampaign, termsOf, toPlanned } from './records.ts'
import { seesCost, show } from './show.ts'
import type { CampaignRow } from './tables.ts'

/** Refuse a brief that cannot be kept, draft or not. */
export async function requireBrief(ctx: Ctx, brief: Brief, planned: Money | null): Promise<void> {
  const known = ctx.use(catalogue).metrics
  const targets = [...(brief.demand ? [brief.demand] : []), ...brief.kpis]
  const objection =
    whyNotKeep(brief, planned, await channels(ctx.db)) ??
    targets.map((one) => whyNotTarget(one, known.get(one.metric))).find((one) => one !== null)
  if (objection) throw invalid(objection)
  for (const { personId } of brief.approvals) if (personId) await requirePerson(ctx, personId)
}

/** Who may not see costs may not set them either: what they leave out stays. */
export function requirePlanned(ctx: Ctx, said: Money | null | undefined, before: Money | null): Money | null {
  if (said === undefined || isSame(said, before)) return before
  if (!seesCost(ctx)) throw forbidden('Planning a cost needs the right costs:read.')
  return said
}

/** A brief as it is kept: its own fields are those before with what is said of them now. */
export async function briefAfter(
  ctx: Ctx,
  level: Level,
  { said, before }: { said: SaidBrief; before: Brief | null },
) {
  const fields = await requireValues(ctx, level, { before: before?.fields ?? {}, said: said.fields })
  return { ...said, fields }
}

/** What changed is told with its values, so a brief with amounts in it only to those who may read costs. */
export async function recordAmounts(ctx: Ctx, row: CampaignRow, after: ReturnType<typeof termsOf>) {
  const before = termsOf(row)
  const holdsMoney = [before, after].some(({ brief }) => Object.values(brief.fields).some(isMoney))
  if (!isSame(after.planned, before.planned))
    await ctx.record(campaigns.events.plannedCostSet, row.id, { name: row.name })
  else if (holdsMoney && !isSame(after.brief, before.brief))
    await ctx.record(campaigns.events.amountsSet, row.id, { name: row.name })
}

export async function add(ctx: Ctx, said: In<typeof campaigns.add>) {
  const brief = await briefAfter(ctx, said.level, { said: said.brief, before: null })
  const { id } = await addCampaign(ctx, { ...said, brief })
  return show(ctx, { id })
}

type Begun = Omit<In<typeof campaigns.add>, 'brief'> & { brief: Brief }

/**
 * A new draft. Begun from something that is there already, its fields are not asked for anew: one that is required
 * since is filled in with the next edit, before anybody can submit it.
 */
export async function addCampaign(ctx: Ctx, { parentId, brief, ...said }: Begun) {
  await requirePerson(ctx, said.ownerId)
  const planned = requirePlanned(ctx, said.planned, null)
  await requireBrief(ctx, brief, planned)
  const parent = parentId === null ? null : await requireCampaign(ctx, parentId)
  const objection = parent && whyNotUnder(said.level, parent.level)
  if (objection) throw invalid(objection)

  const { id, name } = await ctx.insert('campaigns_records', {
    id: ctx.id('cmp'),
    level: said.level,
    name: said.name,
    owner_id: said.ownerId,
    brief: JSON.stringify(brief),
    ...toPlanned(planned),
    state: 'draft',
    round: 0,
    submitted_by_id: null,
    approved_version: 0,
    version: 1,
    created_by: ctx.actor.name,
    created_at: ctx.now,
  })
  await ctx.record(campaigns.events.added, id, { name })
  if (parent) await linkUp(ctx, { kind: 'campaign', id }, { kind: 'campaign', id: parent.id })

  return { id, name }
}

export async function change(ctx: Ctx, { id, version, ...said }: In<typeof campaigns.change>) {
  const row = await requireCampaign(ctx, id)
  if (row.version !== version)
    throw conflict('Somebody changed it since you opened this page. Load it again and repeat your change.')
  const before = termsOf(row)
  const planned = requirePlanned(ctx, said.planned, before.planned)
  const brief = await briefAfter(ctx, row.level, { said: said.brief, before: row.brief })
  const objection = whyNotEdit(row.state, before, { brief, planned })
  if (objection) throw conflict(objection)
  if (said.ownerId !== row.owner_id) await requirePerson(ctx, said.ownerId)
  await requireBrief(ctx, brief, planned)

  await ctx.update('campaigns_records', id, {
    name: said.name,
    owner_id: said.ownerId,
    brief: JSON.stringify(brief),
    ...toPlanned(planned),
    version: version + 1,
  })
  await recordAmounts(ctx, row, { brief, planned })
  await ctx.record(campaigns.events.changed, id, { name: said.name })

  return show(ctx, { id })
}

export async function stop(ctx: Ctx, { id, reason }: In<typeof campaigns.stop>) {
  const row = await requireCampaign(ctx, id)
  if (row.state === 'stopped') throw conflict('It was stopped already.')

  await ctx.update('campaigns_records', id, { state: 'stopped', version: row.version + 1 })
  const open = await ctx.db
    .selectFrom('campaigns_changes')
    .select('id')
    .where('campaign_id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  if (open)
    await ctx.update('campaigns_changes', open.id, {
      state: 'withdrawn',
      decided_by: ctx.actor.name,
      decided_at: ctx.now,
    })
  await ctx.record(campaigns.events.stopped, id, { name: row.name, reason })

  return show(ctx, { id })
}
