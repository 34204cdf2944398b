import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { missing } from '../../../kernel/errors.ts'
import { discussed, requireRecord } from '../../threads/server/index.ts'
import type { answers } from '../contract.ts'
import { isDue } from '../rules.ts'
import type { Guide, GuideLine } from '../things.ts'
import { ownerOf, writes } from './lines.ts'
import { hidden } from './show.ts'
import type { GuideRow } from './tables.ts'
import { todayOf } from './today.ts'

export async function requireGuide(ctx: Ctx, id: string): Promise<GuideRow> {
  const row = await ctx.db.selectFrom('answers_guides').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('This guide')
  return row
}

export async function guides(ctx: Ctx, { phase, isRetired }: In<typeof answers.guides>) {
  const rows = await ctx.db
    .selectFrom('answers_guides')
    .selectAll()
    .where('retired_at', isRetired ? 'is not' : 'is', null)
    .$if(phase !== undefined, (q) => q.where('phase', '=', phase ?? 'planning'))
    .orderBy('title')
    .execute()
  return { items: await toGuides(ctx, rows) }
}

async function toGuides(ctx: Ctx, rows: GuideRow[]): Promise<GuideLine[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const ties = await ctx.db
    .selectFrom('answers_guide_ties')
    .selectAll()
    .where('guide_id', 'in', ids)
    .execute()
  const today = await todayOf(ctx)
  const serves = await servedOf(ctx, ties)
  return rows.map((row) => ({
    ...{ id: row.id, title: row.title, summary: row.summary, phase: row.phase, owner: ownerOf(row) },
    ...{ reviewOn: row.review_on, isDue: row.retired_at === null && isDue(row.review_on, today) },
    ...{ isRetired: row.retired_at !== null, version: row.version, changedBy: row.changed_by },
    changedAt: row.changed_at.toISOString(),
    serves: ties.filter((one) => one.guide_id === row.id).flatMap((one) => serves.get(one.id) ?? []),
  }))
}

type Tie = { id: string; kind: string; record_id: string }
type Served = GuideLine['serves'][number]

/** What guides serve, by name; a record the asker may not read is left out. */
export async function servedOf(ctx: Ctx, ties: Tie[]): Promise<Map<string, Served>> {
  const known = new Map<string, Served>()
  for (const { id, kind, record_id } of ties) {
    const title = ctx.use(discussed).get(kind)?.title
    if (title === undefined) continue
    if (record_id === '') known.set(id, { kind, id: null, name: `Every ${title.toLowerCase()}`, path: null })
    const record = record_id && (await requireRecord(ctx, { kind, id: record_id }).catch(hidden))
    if (record) known.set(id, { kind, id: record_id, name: record.name, path: record.path(record_id) })
  }
  return known
}

export async function guide(ctx: Ctx, { id }: In<typeof answers.guide>): Promise<Guide> {
  const row = await requireGuide(ctx, id)
  const versions = await ctx.db
    .selectFrom('answers_guide_versions')
    .selectAll()
    .where('guide_id', '=', id)
    .orderBy('version', 'desc')
    .execute()
  const [line] = await toGuides(ctx, [row])
  return {
    ...{ ...line!, body: row.body },
    versions: versions.map(({ version, title, body, reason, saved_by: by, saved_at }) => ({
      ...{ version, title, body, reason, by, at: saved_at.toISOString() },
    })),
    can: { change: writes(ctx) },
  }
}

/** Guides in use that somebody owns and that are to be looked at again by a day. */
export const guidesDue = (ctx: Ctx, ownerId: string, today: string) =>
  ctx.db
    .selectFrom('answers_guides')
    .select(['id', 'title', 'review_on'])
    .where('retired_at', 'is', null)
    .where('owner_id', '=', ownerId)
    .where('review_on', '<=', today)
    .orderBy('review_on')
    .execute()

export async function guidesFor(ctx: Ctx, ref: In<typeof answers.guidesFor>) {
  await requireRecord(ctx, ref)
  const rows = await ctx.db
    .selectFrom('answers_guides as guide')
    .innerJoin('answers_guide_ties as tie', 'tie.guide_id', 'guide.id')
    .selectAll('guide')
    .distinct()
    .where('guide.retired_at', 'is', null)
    .where('tie.kind', '=', ref.kind)
    .where('tie.record_id', 'in', ['', ref.id])
    .orderBy('guide.title')
    .execute()
  const lines = await toGuides(ctx, rows)
  return { items: lines.map((line, at) => ({ ...line, body: rows[at]!.body })) }
}

/** The kinds that the asker may read records of. */
export async function guideKinds(ctx: Ctx) {
  const { permissions } = ctx.actor
  const items = ctx
    .use(discussed)
    .all()
    .filter((one) => permissions === 'all' || permissions.has(one.read))
    .map(({ kind, title }) => ({ kind, title }))
  return { items: items.sort((a, b) => a.title.localeCompare(b.title)) }
}
