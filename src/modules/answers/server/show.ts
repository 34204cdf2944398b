import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { Problem } from '../../../kernel/errors.ts'
import { requireRecord } from '../../threads/server/index.ts'
import type { answers } from '../contract.ts'
import { whyNotPublish, whyNotTakeBack } from '../rules.ts'
import type { Occasion, Question, Version } from '../things.ts'
import { requireRoot, toLines, writes } from './lines.ts'
import type { OccasionRow, QuestionRow, VersionRow } from './tables.ts'

/** The question, or the one it was said to be the same as. */
export async function show(ctx: Ctx, { id }: In<typeof answers.show>): Promise<Question> {
  const row = await requireRoot(ctx, id)
  const [line] = await toLines(ctx, [row])
  const versions = (await versionsOf(ctx, row.id)).filter((one) => maySee(ctx, row, one))
  const group = await ctx.db
    .selectFrom('answers_questions')
    .selectAll()
    .where('root_id', '=', row.id)
    .orderBy('merged_at')
    .execute()
  const occasions = await occasionsOf(ctx, group)
  return {
    ...line!,
    ...{ version: row.version, publishedVersion: row.published_version, versions: versions.map(toVersion) },
    occasions: await toOccasions(ctx, occasions),
    merged: mergedOf(group, occasions),
    ...{ readers: await readersOf(ctx, row.id), whyNotPublish: whyNotPublish(row) },
    can: { answer: writes(ctx) },
  }
}

/** What is not published yet is for those who answer. */
const maySee = (ctx: Ctx, { published_version: published }: QuestionRow, { version }: VersionRow): boolean =>
  writes(ctx) || version <= (published ?? 0)

const versionsOf = (ctx: Ctx, id: string): Promise<VersionRow[]> =>
  ctx.db
    .selectFrom('answers_versions')
    .selectAll()
    .where('question_id', '=', id)
    .orderBy('version', 'desc')
    .execute()

const toVersion = (row: VersionRow): Version => ({
  ...{ version: row.version, question: row.question, body: row.body, audience: row.audience },
  ...{ reason: row.reason, by: row.saved_by, at: row.saved_at.toISOString() },
})

const mostOccasions = 500

const occasionsOf = (ctx: Ctx, group: QuestionRow[]): Promise<OccasionRow[]> =>
  ctx.db
    .selectFrom('answers_occasions')
    .selectAll()
    .where(
      'question_id',
      'in',
      group.map((one) => one.id),
    )
    .where('taken_back_at', 'is', null)
    .orderBy('asked_on', 'desc')
    .orderBy('id', 'desc')
    .limit(mostOccasions)
    .execute()

function mergedOf(group: QuestionRow[], occasions: OccasionRow[]): Question['merged'] {
  const asked = (id: string) => occasions.filter((one) => one.question_id === id).length
  return group
    .filter((one) => one.merged_into !== null)
    .map((one) => ({
      ...{ id: one.id, text: one.text, by: one.merged_by ?? '', asked: asked(one.id) },
      at: one.merged_at?.toISOString() ?? '',
    }))
}

async function readersOf(ctx: Ctx, id: string): Promise<Question['readers']> {
  const rows = await ctx.db
    .selectFrom('answers_reads')
    .selectAll()
    .where('question_id', '=', id)
    .orderBy('read_at', 'desc')
    .limit(mostOccasions)
    .execute()
  return rows.map(({ name, version, read_at }) => ({ name, version, at: read_at.toISOString() }))
}

async function toOccasions(ctx: Ctx, rows: OccasionRow[]): Promise<Occasion[]> {
  const records = await recordsOf(ctx, rows)
  const who = { personId: ctx.actor.personId, writes: writes(ctx) }
  return rows.map((row) => ({
    ...{ id: row.id, words: row.words, channel: row.channel, askedBy: row.asked_by, askedOn: row.asked_on },
    ...{ notedBy: row.noted_by, cause: row.cause, isHelped: row.is_helped },
    about: records.get(keyOf(row)) ?? null,
    can: { takeBack: whyNotTakeBack(row, who) === null },
  }))
}

type About = Pick<OccasionRow, 'about_kind' | 'about_id'>
const keyOf = ({ about_kind, about_id }: About): string => `${about_kind} ${about_id}`

/** The records that questions were about, as far as the asker may read them. */
export async function recordsOf(
  ctx: Ctx,
  rows: About[],
): Promise<Map<string, NonNullable<Occasion['about']>>> {
  const wanted = new Map(rows.filter((row) => row.about_id !== null).map((row) => [keyOf(row), row]))
  const known = new Map<string, NonNullable<Occasion['about']>>()
  for (const [key, { about_kind, about_id }] of wanted) {
    const ref = { kind: about_kind ?? '', id: about_id ?? '' }
    const record = await requireRecord(ctx, ref).catch(hidden)
    if (record) known.set(key, { ...ref, name: record.name, path: record.path(ref.id), title: record.title })
  }
  return known
}

/** Who may not read a record is not told that it is there; anything else that went wrong is said. */
export function hidden(error: unknown): null {
  if (error instanceof Problem && error.code === 'missing') return null
  throw error
}
