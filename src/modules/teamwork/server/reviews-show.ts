import { catalogue } from '../../../engine/query/catalogue.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { settings } from '../../identity/server/index.ts'
import type { teamwork } from '../contract.ts'
import { isLateImprovement, isLateReview, whyNotAdopt, whyNotClose } from '../rules.ts'
import type { Improvement, Measured, Review, ReviewLine } from '../things/review.ts'
import { isMe, manages, requireRow, todayOf } from './rows.ts'
import type { ImprovementRow, ReviewRow } from './tables-learning.ts'

const most = 1000

const measured = (value: number | null, on: string | null, from: string | null): Measured | null =>
  value === null || on === null ? null : { value, on, from }

export async function toImprovements(ctx: Ctx, rows: ImprovementRow[]): Promise<Improvement[]> {
  const ids = rows.flatMap((row) => row.review_id ?? [])
  const reviews = ids.length > 0 ? await titlesOf(ctx, ids) : new Map<string, string>()
  const today = await todayOf(ctx)
  const { currency } = await settings(ctx.db)
  const known = ctx.use(catalogue).metrics
  return rows.map((row) => ({
    ...{ id: row.id, what: row.what, why: row.why, owner: { id: row.owner_id, name: row.owner_name } },
    review: row.review_id ? { id: row.review_id, name: reviews.get(row.review_id) ?? '' } : null,
    ...{ metric: row.metric, measure: row.measure, unit: row.unit, whyNone: row.why_none },
    currency: row.metric && known.get(row.metric)?.unit === 'money' ? currency : null,
    before: measured(row.before_value, row.before_on, row.before_from),
    after: measured(row.after_value, row.after_on, row.after_from),
    ...{ dueOn: row.due_on, isLate: isLateImprovement(row, today), state: row.state, reason: row.reason },
    ...{ version: row.version, can: { change: isMe(ctx, row.owner_id) || manages(ctx) } },
    whyNotAdopt: row.state === 'adopted' ? null : whyNotAdopt(row),
  }))
}

async function titlesOf(ctx: Ctx, ids: string[]) {
  const rows = await ctx.db
    .selectFrom('teamwork_reviews')
    .select(['id', 'title'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, title }) => [id, title]))
}

export async function improvements(ctx: Ctx, { state }: In<typeof teamwork.improvements>) {
  const rows = await ctx.db
    .selectFrom('teamwork_improvements')
    .selectAll()
    .$if(state !== undefined, (q) => q.where('state', '=', state ?? 'idea'))
    .orderBy((e) => e.case().when('state', 'in', ['idea', 'running']).then(0).else(1).end())
    .orderBy('due_on')
    .orderBy('id')
    .limit(most)
    .execute()
  return { items: await toImprovements(ctx, rows) }
}

export async function oneImprovement(ctx: Ctx, id: string): Promise<Improvement> {
  const row = await requireRow(ctx, 'teamwork_improvements', id, 'This improvement')
  return (await toImprovements(ctx, [row]))[0]!
}

async function toLines(ctx: Ctx, rows: ReviewRow[]): Promise<ReviewLine[]> {
  if (rows.length === 0) return []
  const today = await todayOf(ctx)
  const changes = await ctx.db
    .selectFrom('teamwork_improvements')
    .select(['review_id', 'state'])
    .where(
      'review_id',
      'in',
      rows.map((row) => row.id),
    )
    .execute()
  return rows.map((row) => {
    const own = changes.filter((one) => one.review_id === row.id)
    return {
      ...{ id: row.id, title: row.title, happenedOn: row.happened_on, isOwn: row.is_own, dueOn: row.due_on },
      ...{ openedBy: row.opened_by, openedAt: row.opened_at.toISOString(), state: row.state },
      isLate: isLateReview(row, today),
      improvements: own.length,
      adopted: own.filter((one) => one.state === 'adopted').length,
    }
  })
}

export async function reviews(ctx: Ctx) {
  const rows = await ctx.db
    .selectFrom('teamwork_reviews')
    .selectAll()
    .orderBy((e) => e.case().when('state', '=', 'open').then(0).else(1).end())
    .orderBy('opened_at', 'desc')
    .limit(most)
    .execute()
  return { items: await toLines(ctx, rows) }
}

export async function review(ctx: Ctx, { id }: { id: string }): Promise<Review> {
  const row = await requireRow(ctx, 'teamwork_reviews', id, 'This review')
  const changes = await ctx.db
    .selectFrom('teamwork_improvements')
    .selectAll()
    .where('review_id', '=', id)
    .orderBy('made_at')
    .execute()
  const [line] = await toLines(ctx, [row])
  return {
    ...line!,
    ...{ happened: row.happened, timeline: row.timeline, expected: row.expected, allowed: row.allowed },
    ...{ changes: await toImprovements(ctx, changes), whyNone: row.why_none, version: row.version },
    closedAt: row.closed_at?.toISOString() ?? null,
    can: { change: isMe(ctx, row.opened_by_id) || manages(ctx) },
    whyNotClose: row.state === 'open' ? whyNotClose(changes.length, '') : null,
  }
}
