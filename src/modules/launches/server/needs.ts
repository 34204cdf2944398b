import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Need } from '../../identity/contract.ts'
import type { Listed } from '../contract.ts'
import { inDays } from '../rules.ts'
import { allLaunches, usualWithin } from './show.ts'

const soon = 21

/** What launches ask of a person: their own that are near and not ready, or past; campaigns planned for another day. */
export async function needsOfLaunches(ctx: Ctx): Promise<Need[]> {
  const { personId } = ctx.actor
  if (!personId || !holds(ctx.actor, 'campaigns:read')) return []
  const { items } = await allLaunches(ctx, usualWithin)
  const open = items.filter((one) => one.state === 'planned' || one.state === 'confirmed')
  return open.flatMap((one) => [...ownerNeeds(one, personId), ...campaignNeeds(one, personId)])
}

function ownerNeeds(one: Listed, personId: string): Need[] {
  if (one.owner.id !== personId) return []
  const need = { link: `/launches/${one.id}`, due: one.launchOn }
  if (one.inDays < 0)
    return [
      {
        ...need,
        title: `Say whether ${one.name} launched`,
        why: `Its day was ${one.launchOn}. Say that it launched, move it, or call it off.`,
      },
    ]
  if (one.inDays > soon || one.readiness.isReady) return []
  const when = one.inDays === 0 ? 'today' : `in ${inDays(one.inDays)}`
  return [{ ...need, title: `${one.name} launches ${when}`, why: one.readiness.says }]
}

const campaignNeeds = (one: Listed, personId: string): Need[] =>
  one.campaigns
    .filter((campaign) => campaign.owner.id === personId && !campaign.fits)
    .map((campaign) => ({
      title: `Fit ${campaign.name} to the launch of ${one.name}`,
      why: `It launches on ${one.launchOn} now. ${campaign.says}`,
      link: `/campaigns/${campaign.id}?tab=launches`,
      due: one.launchOn,
    }))
