import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Field } from '../../fields/contract.ts'
import { fieldChanges } from '../../fields/rules.ts'
import { definitionsOf, isSeen } from '../../fields/server/index.ts'
import type { Change } from '../contract.ts'
import { impactOf, whyNotDecideChange } from '../rules.ts'
import { changeImpacts } from './impact.ts'
import { around, termsOf } from './records.ts'
import { seesCost, tacticsOf } from './show.ts'
import type { CampaignRow, ChangeRow, VersionRow } from './tables.ts'

/** What a decision on a change is judged by. */
export const toJudged = (change: ChangeRow, row: CampaignRow) =>
  [
    { state: change.state, askedById: change.asked_by_id, baseVersion: change.base_version },
    { ownerId: row.owner_id, state: row.state, approvedVersion: row.approved_version },
  ] as const

/** Changes of a campaign with their impact on the brief they were asked of, the newest first. */
export async function changesOf(ctx: Ctx, row: CampaignRow, below: string[]): Promise<Change[]> {
  const rows = await ctx.db
    .selectFrom('campaigns_changes')
    .selectAll()
    .where('campaign_id', '=', row.id)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  if (rows.length === 0) return []
  const versions = await ctx.db
    .selectFrom('campaigns_versions')
    .selectAll()
    .where('campaign_id', '=', row.id)
    .execute()
  const tactics = await tacticsOf(ctx, below.slice(1))
  const fields = (await definitionsOf(ctx, [row.level])).filter((one) => isSeen(ctx, one))
  const { nameOf } = await around(ctx)
  const known = { row, tactics, versions, fields, nameOf }
  const changes: Change[] = []
  for (const change of rows) changes.push(await toChange(ctx, change, known))
  return changes
}

type Known = {
  row: CampaignRow
  versions: VersionRow[]
  tactics: Awaited<ReturnType<typeof tacticsOf>>
  fields: Field[]
  nameOf: (id: string) => string
}

async function toChange(ctx: Ctx, change: ChangeRow, known: Known): Promise<Change> {
  const { row, versions, tactics, fields, nameOf } = known
  const base = versions.find((one) => one.version === change.base_version) ?? row
  const impact = impactOf(termsOf(base), termsOf(change), tactics)
  const said = { campaignId: row.id, before: base.brief, after: change.brief }
  const others = change.state === 'open' ? await ctx.use(changeImpacts).linesOf(ctx, said) : []
  const ownChanges = fieldChanges(fields, { before: base.brief.fields, after: change.brief.fields, nameOf })
  const objection = holds(ctx.actor, 'campaigns:decide')
    ? whyNotDecideChange(...toJudged(change, row), ctx.actor.personId)
    : 'You may read changes, not decide them.'
  const hidden = impact.cost && 'The planned cost is another; you may not see costs.'
  return {
    id: change.id,
    reason: change.reason,
    state: change.state,
    impact: {
      ...impact,
      waits: [...impact.waits, ...others],
      scope: [...impact.scope, ...ownChanges],
      cost: seesCost(ctx) ? impact.cost : hidden,
    },
    askedBy: change.asked_by,
    askedAt: change.asked_at.toISOString(),
    decidedBy: change.decided_by,
    decidedAt: change.decided_at?.toISOString() ?? null,
    note: change.note ?? '',
    can: {
      decide: objection === null,
      whyNotDecide: change.state === 'open' ? objection : null,
      withdraw: change.state === 'open' && holds(ctx.actor, 'campaigns:manage'),
    },
  }
}
