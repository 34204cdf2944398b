import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, invalid } from '../../../kernel/errors.ts'
import { notify } from '../../activity/server/index.ts'
import { directory, roleNames } from '../../identity/server/index.ts'
import { work } from '../contract.ts'
import { nameOf, whyNotApprove } from '../rules.ts'
import { isShownTo } from './kind.ts'
import { assigneesOf, requireChangeableItem, requireStage } from './records.ts'
import { toItem } from './show.ts'
import type { ItemRow, StageRow } from './tables.ts'

/** Why the asker cannot approve an item where it stands, or null. */
export async function objectionTo(ctx: Ctx, row: ItemRow, stage: StageRow): Promise<string | null> {
  const me = ctx.actor.personId ?? ''
  const roles = (await directory(ctx)).roles.get(me) ?? []
  const names = await roleNames(ctx.db)
  const assignees = (await assigneesOf(ctx, [row.id])).get(row.id) ?? []
  return whyNotApprove(
    { name: stage.name, approverRoleId: stage.approver_role_id },
    names.get(stage.approver_role_id ?? '') ?? null,
    {
      isHolder: roles.some((one) => one.id === stage.approver_role_id),
      isAssignee: assignees.includes(me),
    },
  )
}

export async function approve(ctx: Ctx, { id, verdict, note }: In<typeof work.approve>) {
  const row = await requireChangeableItem(ctx, id)
  const stage = await requireStage(ctx, row.stage_id)
  const objection = await objectionTo(ctx, row, stage)
  if (objection) throw forbidden(objection)
  if (verdict === 'approved' && row.approved_at) throw conflict(`${row.approved_by} approved it already.`)
  if (verdict === 'sent-back' && !note)
    throw invalid('Say what has to be different, so that it can be made so.')

  const isYes = verdict === 'approved'
  const after = await ctx.update('work_items', row.id, {
    ...{ approved_at: isYes ? ctx.now : null, approved_by: isYes ? ctx.actor.name : null },
    changed_at: ctx.now,
  })
  const said = { item: `W-${row.number}`, stage: stage.name }
  if (isYes) await ctx.record(work.events.approved, row.id, said)
  else await ctx.record(work.events.sentBack, row.id, { ...said, note })
  await tell(ctx, row, isYes ? `Approved in ${stage.name}` : `Sent back from ${stage.name}`, note)

  return toItem(ctx, after!)
}

async function tell(ctx: Ctx, row: ItemRow, what: string, note: string): Promise<void> {
  for (const id of (await assigneesOf(ctx, [row.id])).get(row.id) ?? [])
    if (id !== ctx.actor.personId && (await isShownTo(ctx.db, id, row.id)))
      await notify(ctx, id, {
        title: `${what}: ${nameOf(row)}`,
        why: note || ctx.actor.name,
        link: `/work/items/${row.id}`,
      })
}
