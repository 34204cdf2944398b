import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays } from '../../../methods/fiscal.ts'
import type { Need } from '../../identity/contract.ts'
import { todayOf } from '../../metrics/server/index.ts'
import { disputes } from './disputes.ts'
import { sla } from './time.ts'

const recent = 90

type Overdue = { name: string; overdue: number; slaDays: number }

function overdueWords({ name, overdue, slaDays }: Overdue) {
  const days = slaDays === 1 ? 'day' : `${slaDays} days`
  return overdue === 1
    ? {
        title: `1 ${name} is past its ${days}`,
        why: `It entered in the last ${recent} days and neither went on nor was rejected.`,
      }
    : {
        title: `${overdue.toLocaleString('en')} ${name} are past their ${days}`,
        why: `They entered in the last ${recent} days and neither went on nor were rejected.`,
      }
}

/** Disputed leads that wait for an answer, and stages whose SLA is broken right now. */
export async function needsOfPipeline(ctx: Ctx): Promise<Need[]> {
  if (!holds(ctx.actor, 'metrics:read')) return []
  const needs: Need[] = []
  const open = holds(ctx.actor, 'quality:manage') ? (await disputes(ctx, { open: true })).items.length : 0
  if (open > 0)
    needs.push({
      title: open === 1 ? 'A lead is disputed' : `${open} leads are disputed`,
      why: 'Sales operations waits for an answer.',
      link: '/leads?tab=disputes',
    })
  if (!holds(ctx.actor, 'leads:dispute')) return needs
  const since = addDays(await todayOf(ctx), -recent)
  for (const stage of (await sla(ctx, { from: since, where: [] })).stages)
    if (stage.overdue > 0)
      needs.push({
        ...overdueWords(stage),
        link: '/funnel',
      })
  return needs
}
