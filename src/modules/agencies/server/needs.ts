import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays } from '../../../methods/days.ts'
import { allListed } from '../../campaigns/server/index.ts'
import type { Need } from '../../identity/contract.ts'
import { todayOf } from '../../metrics/server/index.ts'
import type { Own } from '../contract.ts'
import { mine } from './guest.ts'
import { deliverablesOf } from './show.ts'

const week = 7
const isOpen = ({ state }: Pick<Own, 'state'>): boolean => state === 'due' || state === 'sent-back'

/** What agencies’ work asks of a person: a guest to deliver this week, the owner of a campaign to accept or to chase. */
export async function needsOfAgencies(ctx: Ctx): Promise<Need[]> {
  if (!ctx.actor.personId) return []
  if (holds(ctx.actor, 'campaigns:read')) return ownerNeeds(ctx, ctx.actor.personId)
  return holds(ctx.actor, 'campaigns:guest') ? guestNeeds(ctx) : []
}

async function guestNeeds(ctx: Ctx): Promise<Need[]> {
  const until = addDays(await todayOf(ctx), week)
  return (await mine(ctx)).items
    .filter((one) => isOpen(one) && (one.dueOn <= until || one.state === 'sent-back'))
    .map((one) => ({
      title: `${one.isLate ? 'Late: deliver' : 'Deliver'} ${one.what}`,
      why: `For ${one.campaign.name}. ${one.says}`,
      ...{ link: '/campaigns/given', due: one.dueOn },
    }))
}

async function ownerNeeds(ctx: Ctx, personId: string): Promise<Need[]> {
  const all = await deliverablesOf(ctx, {})
  const open = all.filter((one) => one.state === 'delivered' || (isOpen(one) && one.isLate))
  if (open.length === 0) return []
  const listed = (await allListed(ctx)).filter((one) => one.owner.id === personId && one.state !== 'stopped')
  const own = new Set(listed.map((one) => one.id))
  return open
    .filter((one) => own.has(one.campaign.id))
    .map((one) => ({
      title: one.state === 'delivered' ? `Accept ${one.what}` : `Late: ${one.what} of ${one.agency.name}`,
      why: `${one.agency.name}, for ${one.campaign.name}. ${one.says}`,
      link: `/agencies/${one.agency.id}`,
      due: one.dueOn,
    }))
}
