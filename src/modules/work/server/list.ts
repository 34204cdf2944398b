import { type SelectQueryBuilder, sql } from 'kysely'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { holding } from '../../../kernel/db/like.ts'
import type { Tables } from '../../../kernel/db/tables.ts'
import { invalid } from '../../../kernel/errors.ts'
import { todayOf } from '../../metrics/server/index.ts'
import { idsBelow, reaching } from '../../trace/server/index.ts'
import { priorities, type work } from '../contract.ts'
import { numberSaid } from '../rules.ts'
import { visibleBoards } from './boards.ts'
import { groupOrder } from './groups.ts'
import { workPorts } from './ports.ts'
import { any } from './records.ts'
import { shownColumns, toItems } from './show.ts'

export type Asked = In<typeof work.items>
export type Query = SelectQueryBuilder<Tables, 'work_items', object>
type Step = (query: Query, asked: Asked, ctx: Ctx) => Query | Promise<Query>

/** What is not done, for those who ask for nothing more. */
export const openOnes = { stageKinds: ['waiting', 'active'], isRemoved: false } as Asked

/** What is asked for becomes a query step by step; each step says one condition. */
const steps: Step[] = [
  (query, { q }) => (q?.trim() ? words(query, q.trim()) : query),
  (query, { ids }) => (ids ? query.where('id', '=', any(ids)) : query),
  (query, { boardId }) => (boardId ? query.where('board_id', '=', boardId) : query),
  (query, { stageIds }) => (stageIds ? query.where('stage_id', '=', any(stageIds)) : query),
  (query, { typeIds }) => (typeIds ? query.where('type_id', '=', any(typeIds)) : query),
  (query, { parentId }) => (parentId ? query.where('parent_id', '=', parentId) : query),
  (query, { labels }) => (labels ? query.where(sql<boolean>`labels && ${labels}`) : query),
  (query, { relevances }) => (relevances ? query.where('relevance', 'in', relevances) : query),
  (query, { dueFrom }) => (dueFrom ? query.where('due_on', '>=', dueFrom) : query),
  (query, { dueTo }) => (dueTo ? query.where('due_on', '<=', dueTo) : query),
  (query, { priorities: asked }) =>
    asked
      ? query.where(
          'priority',
          'in',
          asked.map((one) => priorities.indexOf(one)),
        )
      : query,
  (query, { stageKinds }) =>
    stageKinds
      ? query.where(sql<boolean>`stage_id in (select id from work_stages where kind = any(${stageKinds}))`)
      : query,
  (query, { assigneeIds }) => (assigneeIds ? assigned(query, assigneeIds) : query),
  async (query, { isLate }, ctx) => {
    if (isLate === undefined) return query
    const late = sql<boolean>`(due_on < ${await todayOf(ctx)} and done_at is null)`
    return query.where(isLate ? late : sql<boolean>`not coalesce(${late}, false)`)
  },
  async (query, { under }, ctx) =>
    under ? query.where('id', '=', any(await idsBelow(ctx.db, under, 'item'))) : query,
  async (query, { more }, ctx) => {
    for (const [name, value] of Object.entries(more ?? {})) {
      const condition = ctx.use(workPorts).conditionOf(name)
      if (!condition) throw invalid(`Items cannot be asked for by “${name}”.`)
      query = query.where('id', '=', any(await condition(ctx, value)))
    }
    return query
  },
]

function words(query: Query, q: string): Query {
  const number = numberSaid(q)
  const like = holding(q)
  return query.where((where) =>
    where.or([
      where('title', 'ilike', like),
      where('words', 'ilike', like),
      ...(number === null ? [] : [where('number', '=', number)]),
    ]),
  )
}

function assigned(query: Query, ids: readonly string[]): Query {
  const people = ids.filter((id) => id !== 'nobody')
  const some = sql<boolean>`id in (select item_id from work_assignees where person_id = any(${people}))`
  if (people.length === ids.length) return query.where(some)
  const none = sql<boolean>`not exists (select from work_assignees a where a.item_id = work_items.id)`
  return query.where(sql<boolean>`(${some} or ${none})`)
}

/** The query that answers what is asked for, on boards that the asker may see. */
export async function asking(ctx: Ctx, asked: Asked): Promise<Query> {
  const boards = (await visibleBoards(ctx, false)).map((one) => one.id)
  let query: Query = ctx.db.selectFrom('work_items').where('board_id', '=', any(boards)) as Query
  query = query.where('removed_at', asked.isRemoved ? 'is not' : 'is', null)
  for (const step of steps) query = await step(query, asked, ctx)
  return asked.isVision === undefined ? query : ofVision(ctx, query, asked.isVision)
}

async function ofVision(ctx: Ctx, query: Query, isVision: boolean): Promise<Query> {
  const rows = await query.select('id').execute()
  const refs = (rows as { id: string }[]).map(({ id }) => ({ kind: 'item', id }))
  const leadsUp = await reaching(ctx, refs)
  return query.where('id', '=', any(refs.filter((ref) => leadsUp(ref) === isVision).map((ref) => ref.id)))
}

const columns = {
  ...{ rank: 'rank', number: 'number', title: 'title', due: 'due_on', priority: 'priority' },
  ...{ changed: 'changed_at', made: 'made_at', estimate: 'estimate_minutes', entered: 'entered_at' },
} as const

/** In the order asked for: groups first, then what is sorted by. */
export async function inOrder(
  ctx: Ctx,
  query: Query,
  { sort, isDown, group }: Pick<Asked, 'sort' | 'isDown' | 'group'>,
) {
  const way = sql.raw(isDown ? 'desc nulls last' : 'asc nulls last')
  const grouped = group ? query.orderBy(await groupOrder(ctx, group)) : query
  return grouped.orderBy(sql`${sql.ref(columns[sort])} ${way}`).orderBy('number')
}

/** The ids of all items asked for, for figures of modules above. */
export async function itemIds(ctx: Ctx, asked: Partial<Asked>): Promise<string[]> {
  const query = await asking(ctx, { isRemoved: false, ...asked } as Asked)
  return (await query.select('id').execute()).map((row) => row.id)
}

export async function items(ctx: Ctx, asked: Asked) {
  const query = await asking(ctx, asked)
  const { limit, offset } = asked
  const rows = await (await inOrder(ctx, query, asked))
    .select(shownColumns)
    .limit(limit)
    .offset(offset)
    .execute()
  // A page that is not full is the last one: what is before it is known.
  const isLast = rows.length < limit && (rows.length > 0 || offset === 0)
  const total = isLast ? offset + rows.length : await countOf(query)
  return { items: await toItems(ctx, rows), total }
}

const countOf = async (query: Query): Promise<number> =>
  (await query.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()).total
