import { tableFile } from '../../../engine/table-file.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { launches } from '../contract.ts'
import { stateTitles } from '../rules.ts'
import { allLaunches, usualWithin } from './show.ts'

const heading =
  'launch,tier,products,owner,announced_on,launches_on,state,reason,goal,ready,campaigns,approved,steps,steps_done,steps_late,with_rehearsed_back_up,names_of_campaigns'

export async function exportLaunches(ctx: Ctx, { format }: In<typeof launches.exportLaunches>) {
  const { items } = await allLaunches(ctx, usualWithin)
  const rows = items.map((one) => [
    ...[one.name, one.tier, one.products.join('; '), one.owner.name, one.announceOn ?? '', one.launchOn],
    ...[
      stateTitles[one.state],
      one.calledOff ?? '',
      one.goal?.name ?? '',
      one.readiness.isReady ? 'yes' : 'no',
    ],
    ...[one.readiness.campaigns, one.readiness.approved, one.readiness.steps, one.readiness.done],
    ...[one.readiness.late, one.readiness.rehearsed],
    one.campaigns.map((campaign) => campaign.name).join('; '),
  ])
  return tableFile(format, { name: 'launches', heading: heading.split(','), rows })
}
