import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import { on } from '../../../kernel/module.ts'
import { work } from '../../work/contract.ts'
import { intake } from '../contract.ts'
import { nameOf, stageInWords } from '../rules.ts'
import { enter } from './entries.ts'
import type { RequestRow } from './tables.ts'

type Moved = RequestRow & { now_due: string | null; now_kind: string }

/** Whoever asked sees where the work stands and every change of its date. */
async function follow(ctx: Ctx): Promise<void> {
  const rows = (await ctx.db
    .selectFrom('intake_requests as request')
    .innerJoin('work_items as item', 'item.id', 'request.item_id')
    .innerJoin('work_stages as stage', 'stage.id', 'item.stage_id')
    .selectAll('request')
    .select(['item.due_on as now_due', 'stage.kind as now_kind'])
    .where('item.removed_at', 'is', null)
    .where(
      sql<boolean>`(item.due_on is distinct from request.due_on or stage.kind is distinct from request.stage_kind)`,
    )
    .execute()) as Moved[]
  for (const row of rows) await keep(ctx, row)
}

async function keep(ctx: Ctx, row: Moved): Promise<void> {
  const isTold = row.wants_mail && row.email !== ''
  await ctx.update('intake_requests', row.id, {
    ...{ due_on: row.now_due, stage_kind: row.now_kind },
    ...(isTold ? { untold_since: row.untold_since ?? ctx.now } : {}),
  })
  if (row.now_due !== row.due_on)
    await enter(ctx, row, { kind: 'moved', words: dateMoved(row.due_on, row.now_due) }, row.version)
  if (row.now_kind !== row.stage_kind)
    await enter(ctx, row, { kind: 'moved', words: stageInWords(row.now_kind) ?? '' }, row.version)
  await ctx.record(intake.events.followed, row.id, { request: nameOf(row.number) })
}

const dateMoved = (was: string | null, now: string | null): string =>
  now === null
    ? `The date ${was} stands no more; a new one is not set yet.`
    : was === null
      ? `It is due on ${now}.`
      : `Its date moved from ${was} to ${now}.`

export const listeners = [work.events.edited, work.events.moved, work.events.undone].map((event) =>
  on(event as typeof work.events.edited, (ctx) => follow(ctx)),
)
