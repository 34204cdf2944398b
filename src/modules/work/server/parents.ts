import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Database } from '../../../kernel/db/database.ts'
import { invalid } from '../../../kernel/errors.ts'
import { whyNotParent } from '../rules.ts'
import { requireItem } from './records.ts'

/** The items above one, the nearest first. */
async function above(ctx: Ctx, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive up(id, step) as (
      select parent_id, 1 from work_items where id = ${id} and parent_id is not null
      union all
      select w.parent_id, step + 1 from up u join work_items w on w.id = u.id
      where w.parent_id is not null and step < 50)
    select id from up order by step`.execute(ctx.db as Database)
  return rows.map((row) => row.id)
}

/** How many levels of parts hang below each of these items; those without parts are left out. */
async function levelsBelow(ctx: Ctx, ids: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ root: string; levels: number }>`
    with recursive down(root, id, step) as (
      select parent_id, id, 1 from work_items where parent_id = any(${ids}) and removed_at is null
      union all
      select d.root, w.id, step + 1 from down d join work_items w on w.parent_id = d.id
      where w.removed_at is null and step < 50)
    select root, max(step)::int as levels from down group by root`.execute(ctx.db as Database)
  return new Map(rows.map((row) => [row.root, row.levels]))
}

/** Of these items those that cannot become part of another, each with why: circles, and trees that are too deep. */
export async function whyNotPartsOf(
  ctx: Ctx,
  ids: readonly string[],
  parentId: string,
): Promise<Map<string, string>> {
  const [over, under] = [await above(ctx, parentId), await levelsBelow(ctx, ids)]
  return new Map(
    ids.flatMap((id): [string, string][] => {
      const objection = whyNotParent({ id, below: under.get(id) ?? 0 }, parentId, over)
      return objection ? [[id, objection]] : []
    }),
  )
}

export async function requireParent(ctx: Ctx, ids: readonly string[], parentId: string): Promise<void> {
  await requireItem(ctx, parentId)
  for (const objection of (await whyNotPartsOf(ctx, ids, parentId)).values())
    throw invalid(objection, [{ field: 'parentId', message: objection }])
}

/** Whether one item waits for another already, directly or through others. */
export async function waitsAlready(ctx: Ctx, id: string, otherId: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    with recursive down(id) as (
      select other_id from work_links where item_id = ${id} and kind = 'waits-for'
      union
      select l.other_id from down d join work_links l on l.item_id = d.id and l.kind = 'waits-for')
    select id from down where id = ${otherId} limit 1`.execute(ctx.db as Database)
  return rows.length > 0
}
