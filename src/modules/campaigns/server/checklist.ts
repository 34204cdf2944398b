import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { invalid } from '../../../kernel/errors.ts'
import { versioned } from '../../../kernel/versions.ts'
import { campaigns } from '../contract.ts'
import { firstChecklist, whyNotChecklist } from '../rules.ts'

export const checklists = versioned({
  table: 'campaigns_checklists',
  name: 'checklist',
  prefix: 'ccl',
  what: 'the brand checklist',
  first: firstChecklist,
  firstReason: 'As it came, before anybody changed it',
})

export const checklist = async (ctx: Ctx) => ({ items: await checklists.all(ctx.db) })

export async function changeChecklist(ctx: Ctx, said: In<typeof campaigns.changeChecklist>) {
  await checklists.requireCurrent(ctx.db, said.version)
  const objection = whyNotChecklist(said.checklist)
  if (objection) throw invalid(objection)

  const kept = await checklists.keep(ctx, said.checklist, said)
  await ctx.record(campaigns.events.checklistChanged, 'brand-checklist', { reason: said.reason })

  return kept
}
