import type { Ctx } from '../../../kernel/ctx.ts'
import { on } from '../../../kernel/module.ts'
import type { Badge } from '../../work/contract.ts'
import { work } from '../../work/contract.ts'
import { visibleItems } from '../../work/server/index.ts'
import { comeBack } from './coming-back.ts'
import { reconcile } from './reconcile.ts'
import { any } from './records.ts'

const openRows = (ctx: Ctx) =>
  ctx.db
    .selectFrom('sprints_items as taken')
    .innerJoin('sprints_records as sprint', 'sprint.id', 'taken.sprint_id')
    .select(['taken.item_id', 'taken.sprint_id', 'sprint.name', 'sprint.state', 'sprint.team_id'])
    .where('taken.outcome', 'is', null)

/** The sprint that an item is in, on its card. */
export async function markSprints(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Badge[]>> {
  const rows = await openRows(ctx).where('taken.item_id', '=', any(ids)).execute()
  return new Map(
    rows.map((row): [string, Badge[]] => [
      row.item_id,
      [
        {
          ...{ name: 'sprint', words: row.name, path: `/sprints/${row.sprint_id}` },
          tone: row.state === 'open' ? 'accent' : 'neutral',
        },
      ],
    ]),
  )
}

/** `open` for items of sprints that run, else those of one sprint by its id. */
export async function sprintItems(ctx: Ctx, value: string): Promise<string[]> {
  if (value === 'open')
    return (await openRows(ctx).where('sprint.state', '=', 'open').execute()).map((one) => one.item_id)
  const rows = await ctx.db
    .selectFrom('sprints_items')
    .select(['item_id', 'outcome'])
    .where('sprint_id', '=', value)
    .execute()
  return rows.filter((one) => one.outcome !== 'left').map((one) => one.item_id)
}

/** Items that are in no sprint that is planned or runs. */
export async function sprintlessItems(ctx: Ctx): Promise<string[]> {
  const taken = new Set((await openRows(ctx).execute()).map((row) => row.item_id))
  const all = await (await visibleItems(ctx)).select('id').where('done_at', 'is', null).execute()
  return all.map((row) => row.id).filter((id) => !taken.has(id))
}

const again = (ctx: Ctx) => reconcile(ctx)
/** What changes of items does to sprints. */
export const listeners = [
  on(work.events.moved, again),
  on(work.events.edited, again),
  on(work.events.undone, async (ctx) => {
    await comeBack(ctx)
    await reconcile(ctx)
  }),
  on(work.events.removed, again),
  on(work.events.stagesSet, again),
]
