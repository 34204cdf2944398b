import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Field } from '../../fields/contract.ts'
import { definitionsOf, lackOfFields, seenValues } from '../../fields/server/index.ts'
import { rolesOf } from '../../identity/server/index.ts'
import type { Brief, Campaign, Decision } from '../contract.ts'
import { stageTitles, whyNotDecide, whyNotSubmit } from '../rules.ts'
import { changesOf } from './changes-shown.ts'
import { guestsOf } from './guests.ts'
import {
  type Around,
  around,
  campaignParents,
  nextOf,
  plannedOf,
  requireCampaign,
  stagesOf,
  termsOf,
  toListed,
  withBelow,
} from './records.ts'
import { namesOf } from './sources.ts'
import type { CampaignRow, StageRow } from './tables.ts'

const seenBrief = (ctx: Ctx, fields: Field[], brief: Brief): Brief => ({
  ...brief,
  fields: seenValues(ctx, fields, brief.fields),
})

/** Why it cannot be submitted, or null. */
export const lackOf = async (ctx: Ctx, row: CampaignRow): Promise<string | null> =>
  whyNotSubmit(termsOf(row), row.state) ?? (await lackOfFields(ctx, row.level, row.brief.fields))

export const seesCost = (ctx: Ctx): boolean => holds(ctx.actor, 'costs:read')
export const askerOf = async (ctx: Ctx) => ({
  personId: ctx.actor.personId,
  roles: ctx.actor.personId ? await rolesOf(ctx.db, ctx.actor.personId) : [],
})

export async function show(ctx: Ctx, { id }: { id: string }): Promise<Campaign> {
  const row = await requireCampaign(ctx, id)
  const known = await around(ctx)
  const below = await withBelow(ctx.db, id)
  const changes = await changesOf(ctx, row, below)
  const parents = await campaignParents(ctx.db, [id])
  const fields = await definitionsOf(ctx, [row.level])
  const changeOpen = changes.some((one) => one.state === 'open')
  const stages = await stagesOf(ctx, row)
  return {
    ...toListed(row, { around: known, parentId: parents.get(id) ?? null, stages, changeOpen }),
    fields: seenValues(ctx, fields, row.brief.fields),
    brief: seenBrief(ctx, fields, row.brief),
    planned: seesCost(ctx) ? plannedOf(row) : null,
    hidesCost: !seesCost(ctx),
    version: row.version,
    approvedVersion: row.approved_version,
    decisions: await decisionsOf(ctx, row, known),
    versions: await versionsOf(ctx, id, fields),
    changes,
    ...(await namesOf(ctx, id, below)),
    guests: (await guestsOf(ctx, id)).map((one) => ({ id: one, name: known.nameOf(one) })),
    tactics: await tacticsOf(ctx, below.slice(1)),
    lacks: row.state === 'draft' ? await lackOf(ctx, row) : null,
    can: await canOf(ctx, row, { known, stages, changeOpen }),
  }
}

async function canOf(
  ctx: Ctx,
  row: CampaignRow,
  { known, stages, changeOpen }: { known: Around; stages: StageRow[]; changeOpen: boolean },
): Promise<Campaign['can']> {
  const manages = holds(ctx.actor, 'campaigns:manage')
  const standing = {
    state: row.state,
    ownerId: row.owner_id,
    submittedById: row.submitted_by_id,
    next: nextOf(row, stages, known),
  }
  const objection = holds(ctx.actor, 'campaigns:approve')
    ? whyNotDecide(standing, await askerOf(ctx))
    : 'You may read campaigns, not approve them.'
  return {
    change: manages && (row.state === 'draft' || row.state === 'approved'),
    submit: manages && row.state === 'draft',
    recall: manages && row.state === 'in-approval',
    decide: objection === null,
    whyNotDecide: row.state === 'in-approval' ? objection : null,
    askChange: manages && row.state === 'approved' && !changeOpen,
    share: manages,
  }
}

async function decisionsOf(ctx: Ctx, row: CampaignRow, known: Around): Promise<Decision[]> {
  const rows = await ctx.db
    .selectFrom('campaigns_stages')
    .selectAll()
    .where('campaign_id', '=', row.id)
    .orderBy('round', 'desc')
    .orderBy('position')
    .execute()
  return rows.map((one) => ({
    stage: one.stage,
    title: stageTitles[one.stage],
    roleId: one.role_id,
    personId: one.person_id,
    who: known.whoOf({ roleId: one.role_id, personId: one.person_id }),
    dueOn: one.due_on,
    state: one.state,
    decidedBy: one.decided_by,
    decidedAt: one.decided_at?.toISOString() ?? null,
    note: one.note ?? '',
    isLate: one.state === 'waiting' && row.state === 'in-approval' && one.due_on < known.today,
    round: one.round,
    ticked: one.ticked ?? [],
  }))
}

async function versionsOf(ctx: Ctx, id: string, fields: Field[]) {
  const rows = await ctx.db
    .selectFrom('campaigns_versions')
    .selectAll()
    .where('campaign_id', '=', id)
    .orderBy('version', 'desc')
    .execute()
  return rows.map((row) => ({
    version: row.version,
    brief: seenBrief(ctx, fields, row.brief),
    planned: seesCost(ctx) ? plannedOf(row) : null,
    reason: row.reason,
    approvedBy: row.approved_by,
    approvedAt: row.approved_at.toISOString(),
  }))
}

export async function tacticsOf(ctx: Ctx, ids: string[]) {
  if (ids.length === 0) return []
  const rows = await ctx.db
    .selectFrom('campaigns_records')
    .select(['name', 'brief'])
    .where('id', 'in', ids)
    .where('state', '<>', 'stopped')
    .orderBy('name')
    .execute()
  return rows.map(({ name, brief }) => ({ name, startsOn: brief.startsOn, endsOn: brief.endsOn }))
}
