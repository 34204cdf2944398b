import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { work } from '../contract.ts'
import { daysIn } from '../rules.ts'
import { objectionTo } from './approval.ts'
import { board } from './boards.ts'
import { checklistOf } from './checks.ts'
import { linksOf } from './linking.ts'
import { requireItem, requireStage, visibleItems } from './records.ts'
import { toItem, toItems } from './show.ts'

export async function item(ctx: Ctx, { id }: In<typeof work.item>) {
  const row = await requireItem(ctx, id)
  const stage = await requireStage(ctx, row.stage_id)
  const parts = await (await visibleItems(ctx))
    .selectAll()
    .where('parent_id', '=', row.id)
    .orderBy('rank')
    .execute()
  const whyNotApprove = await objectionTo(ctx, row, stage)
  const standsOn = await board(ctx, { id: row.board_id })
  return {
    ...{ item: await toItem(ctx, row), words: row.words, board: standsOn },
    checks: await checklistOf(ctx, row.id),
    lists: row.lists,
    links: await linksOf(ctx, row.id, 'from'),
    waiting: await linksOf(ctx, row.id, 'to'),
    parts: await toItems(ctx, parts),
    parent: row.parent_id ? await parentOf(ctx, row.parent_id) : null,
    madeBy: row.made_by,
    can: { edit: standsOn.can.write, approve: whyNotApprove === null && !standsOn.isArchived },
    whyNotApprove,
  }
}

async function parentOf(ctx: Ctx, id: string) {
  const found = await (await visibleItems(ctx))
    .select(['id', 'number', 'title'])
    .where('id', '=', id)
    .executeTakeFirst()
  return found ?? null
}

export async function past(ctx: Ctx, { id }: In<typeof work.past>) {
  const row = await requireItem(ctx, id)
  const rows = await ctx.db
    .selectFrom('work_stays as stay')
    .innerJoin('work_stages as stage', 'stage.id', 'stay.stage_id')
    .selectAll('stay')
    .select(['stage.name as stage', 'stage.most_days'])
    .where('stay.item_id', '=', row.id)
    .orderBy('stay.entered_at')
    .orderBy('stay.id')
    .execute()
  return {
    items: rows.map((stay) => ({
      ...{ stage: stay.stage, by: stay.moved_by, skipped: stay.skipped, reason: stay.reason },
      ...{ enteredAt: stay.entered_at.toISOString(), leftAt: stay.left_at?.toISOString() ?? null },
      isLate: stay.most_days !== null && daysIn(stay.entered_at, stay.left_at ?? ctx.now) > stay.most_days,
    })),
  }
}
