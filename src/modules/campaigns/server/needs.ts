import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Need } from '../../identity/contract.ts'
import type { Listed } from '../contract.ts'
import { whyNotDecide } from '../rules.ts'
import { changesOf } from './changes-shown.ts'
import { allListed } from './list.ts'
import { around, nextOf, requireCampaign, stagesOf } from './records.ts'
import { askerOf } from './show.ts'

/** What waits for the asker: approvals, late ones of their own campaigns, changes to decide. */
export async function needsOfCampaigns(ctx: Ctx): Promise<Need[]> {
  const { personId } = ctx.actor
  if (!personId || !holds(ctx.actor, 'campaigns:read')) return []
  const all = await allListed(ctx)
  const needs: Need[] = []
  for (const one of all.filter(({ next }) => next)) needs.push(...(await approvalNeeds(ctx, one, personId)))
  if (holds(ctx.actor, 'campaigns:decide'))
    for (const one of all.filter(({ changeOpen }) => changeOpen)) needs.push(...(await changeNeeds(ctx, one)))
  return needs
}

async function approvalNeeds(ctx: Ctx, one: Listed, personId: string): Promise<Need[]> {
  if (!one.next) return []
  const { says, dueOn, isLate } = one.next
  const need = { why: `${says}.`, link: `/campaigns/${one.id}?tab=approval`, due: dueOn }
  if (one.owner.id === personId)
    return isLate ? [{ ...need, title: `Late: the approval of ${one.name}` }] : []
  const row = await requireCampaign(ctx, one.id)
  const next = nextOf(row, await stagesOf(ctx, row), await around(ctx))
  const standing = { state: row.state, ownerId: row.owner_id, submittedById: row.submitted_by_id, next }
  const mayDecide =
    holds(ctx.actor, 'campaigns:approve') && whyNotDecide(standing, await askerOf(ctx)) === null
  return mayDecide ? [{ ...need, title: `${isLate ? 'Late: approve' : 'Approve'} ${one.name}` }] : []
}

async function changeNeeds(ctx: Ctx, one: Listed): Promise<Need[]> {
  const changes = await changesOf(ctx, await requireCampaign(ctx, one.id), [one.id])
  return changes
    .filter((change) => change.can.decide)
    .map((change) => ({
      title: `Decide a change of ${one.name}`,
      why: `${change.askedBy}: ${change.reason}`,
      link: `/campaigns/${one.id}?tab=changes`,
    }))
}
