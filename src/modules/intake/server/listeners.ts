import type { Ctx } from '../../../kernel/ctx.ts'
import { on } from '../../../kernel/module.ts'
import { work } from '../../work/contract.ts'
import { standing } from '../../work/server/index.ts'
import { intake } from '../contract.ts'
import { nameOf, stageInWords } from '../rules.ts'
import { enter } from './entries.ts'
import type { RequestRow } from './tables.ts'

type Moved = RequestRow & { now_due: string | null; now_kind: string }
const twoMonths = 60 * 86_400_000

/** The requests that follow an item; of several, those whose item is open or was finished lately. */
function following(ctx: Ctx, itemId: string | null) {
  const all = ctx.db.selectFrom('intake_requests').select(['id', 'item_id', 'due_on', 'stage_kind'])
  if (itemId) return all.where('item_id', '=', itemId).execute()
  const lately = new Date(ctx.now.getTime() - twoMonths)
  return all
    .where('item_id', 'is not', null)
    .where((e) =>
      e.or([e('stage_kind', '<>', 'done'), e('stage_kind', 'is', null), e('decided_at', '>', lately)]),
    )
    .execute()
}

/** Whoever asked sees where the work stands and every change of its date. */
async function follow(ctx: Ctx, itemId: string | null): Promise<void> {
  const rows = await following(ctx, itemId)
  const items = await standing(
    ctx,
    rows.map((row) => row.item_id!),
  )
  for (const { id, ...row } of rows) {
    const item = items.get(row.item_id!)
    if (!item || item.removed_at || (item.due_on === row.due_on && item.kind === row.stage_kind)) continue
    await keep(ctx, { ...(await requestOf(ctx, id)), now_due: item.due_on, now_kind: item.kind })
  }
}

const requestOf = (ctx: Ctx, id: string): Promise<RequestRow> =>
  ctx.db.selectFrom('intake_requests').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

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

/** A change of one item names it; one of several names the first alone. */
export const listeners = [
  on(work.events.edited, (ctx, { subject, payload }) => follow(ctx, payload.count === 1 ? subject : null)),
  on(work.events.moved, (ctx, { subject, payload }) => follow(ctx, payload.count === 1 ? subject : null)),
  on(work.events.undone, (ctx) => follow(ctx, null)),
]
