import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays, daysBetween } from '../../../methods/days.ts'
import { usableValues } from '../../fields/server/index.ts'
import { requirePerson } from '../../identity/server/index.ts'
import { type Brief, campaigns } from '../contract.ts'
import { addCampaign } from './actions.ts'
import { campaignParents, plannedOf, requireCampaign, rowsBelow } from './records.ts'
import { seesCost, show } from './show.ts'
import type { CampaignRow } from './tables.ts'

/** A brief begun another day: every day in it lies as far from the first as before. */
const shifted = (brief: Brief, by: number): Brief => ({
  ...brief,
  startsOn: addDays(brief.startsOn, by),
  endsOn: addDays(brief.endsOn, by),
  approvals: brief.approvals.map((one) => ({ ...one, dueOn: addDays(one.dueOn, by) })),
})

type Copy = { name: string; ownerId: string; parentId: string | null; by: number }

async function copy(ctx: Ctx, row: CampaignRow, { name, ownerId, parentId, by }: Copy): Promise<string> {
  const brief = shifted(row.brief, by)
  const fields = await usableValues(ctx, row.level, brief.fields)
  const { id } = await addCampaign(ctx, {
    ...{ name, ownerId, parentId, level: row.level },
    brief: { ...brief, fields },
    planned: seesCost(ctx) ? plannedOf(row) : null,
  })
  await ctx.record(campaigns.events.cloned, id, { name, from: row.name, fromId: row.id })
  return id
}

/**
 * The same again from another first day: brief, fields, tactics, and what modules above keep of it. Approvals, figures,
 * names in other systems, guests and links stay with the one it was cloned from.
 */
export async function clone(
  ctx: Ctx,
  { id, name, ownerId, startsOn, withBelow }: In<typeof campaigns.clone>,
) {
  const row = await requireCampaign(ctx, id)
  await requirePerson(ctx, ownerId)
  const by = daysBetween(row.brief.startsOn, startsOn)
  const below = withBelow ? (await rowsBelow(ctx, id)).filter((one) => one.state !== 'stopped') : []
  const parents = await campaignParents(ctx.db, [id, ...below.map((one) => one.id)])

  const made = new Map([[id, await copy(ctx, row, { name, ownerId, parentId: parents.get(id) ?? null, by })]])
  for (const one of below) {
    const parentId = made.get(parents.get(one.id) ?? '')
    if (parentId) made.set(one.id, await copy(ctx, one, { name: one.name, ownerId, parentId, by }))
  }

  return show(ctx, { id: made.get(id)! })
}
