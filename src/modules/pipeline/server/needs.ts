import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays } from '../../../methods/fiscal.ts'
import type { Need } from '../../identity/contract.ts'
import { todayOf } from '../../metrics/server/index.ts'
import { overdueWords } from '../rules.ts'
import { disputes } from './disputes.ts'
import { sla } from './time.ts'

const recent = 90

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
        ...overdueWords(stage, recent),
        link: '/funnel',
      })
  return needs
}
