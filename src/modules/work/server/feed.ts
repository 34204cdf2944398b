import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import { directory } from '../../identity/server/index.ts'
import { parentsOf } from '../../trace/server/index.ts'
import type { Feed } from '../contract.ts'
import { feedOf, feedWords } from '../rules.ts'
import { asking, openOnes, type Query } from './list.ts'
import { any } from './records.ts'
import { toItems } from './show.ts'

const most = 300

/** What others do, as far as the asker’s role is shown it; `shown` stands elsewhere on the page. */
export async function feed(ctx: Ctx, { isWide, shown }: { isWide: boolean; shown: string[] }) {
  const { roles } = await directory(ctx)
  const kind = feedOf((roles.get(ctx.actor.personId ?? '') ?? []).map((one) => one.id))
  const others = (await asking(ctx, openOnes)).where('id', '!=', sql<string>`all(${shown})`)
  const seen = isWide ? others : await narrowed(ctx, others, kind)
  const { total } = await counted(others)
  const rows = await seen
    .selectAll()
    .orderBy('priority')
    .orderBy(sql`due_on nulls last`)
    .orderBy('number')
    .limit(most)
    .execute()
  const leftOut = total - (await counted(seen)).total
  return { kind, isWide, says: feedWords(kind, isWide, leftOut), items: await toItems(ctx, rows), leftOut }
}

const counted = (query: Query) =>
  query.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()

async function narrowed(ctx: Ctx, query: Query, kind: Feed): Promise<Query> {
  if (kind === 'own') return query.where(sql<boolean>`false`)
  if (kind === 'teams') return query.where('id', 'in', assignedTo(ctx, await teammates(ctx)))
  const launching = await servingLaunches(ctx, query)
  return query.where((where) => where.or([where('relevance', '=', 'now'), where('id', '=', any(launching))]))
}

const assignedTo = (ctx: Ctx, people: readonly string[]) =>
  ctx.db.selectFrom('work_assignees').select('item_id').where('person_id', '=', any(people))

/** Those of the items that serve a launch directly. */
async function servingLaunches(ctx: Ctx, query: Query): Promise<string[]> {
  const rows = await query.select('id').execute()
  const parents = await parentsOf(
    ctx.db,
    'item',
    rows.map((row) => row.id),
  )
  return [...parents].flatMap(([id, parent]) => (parent.kind === 'launch' ? [id] : []))
}

/** Who shares a team with the asker or reports to them. */
async function teammates(ctx: Ctx): Promise<string[]> {
  const { rows, teams } = await directory(ctx)
  const me = ctx.actor.personId ?? ''
  const own = new Set((teams.get(me) ?? []).map((one) => one.id))
  return [...rows.values()]
    .filter((row) => row.manager_id === me || (teams.get(row.id) ?? []).some((one) => own.has(one.id)))
    .map((row) => row.id)
}
