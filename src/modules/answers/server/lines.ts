import { sql } from 'kysely'
import { holds } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { missing } from '../../../kernel/errors.ts'
import { dayIn } from '../../../methods/days.ts'
import { settings } from '../../identity/server/index.ts'
import type { answers } from '../contract.ts'
import { isDue, stateOf } from '../rules.ts'
import type { Line } from '../things.ts'
import type { QuestionRow } from './tables.ts'
import { todayOf } from './today.ts'

export const writes = (ctx: Ctx): boolean => holds(ctx.actor, 'answers:write')

const found = (ctx: Ctx, id: string) =>
  ctx.db.selectFrom('answers_questions').selectAll().where('id', '=', id).executeTakeFirst()

export async function requireQuestion(ctx: Ctx, id: string): Promise<QuestionRow> {
  const row = await found(ctx, id)
  if (!row) throw missing('This question')
  return row
}

/** The question that one counts for. */
export async function requireRoot(ctx: Ctx, id: string): Promise<QuestionRow> {
  return requireQuestion(ctx, (await requireQuestion(ctx, id)).root_id)
}

type Counts = { asked: number; askers: number; first_on: string; last_on: string }

async function countsOf(ctx: Ctx, ids: string[]): Promise<Map<string, Counts>> {
  const rows = await ctx.db
    .selectFrom('answers_occasions as said')
    .innerJoin('answers_questions as question', 'question.id', 'said.question_id')
    .select((e) => [
      'question.root_id',
      e.fn.countAll<number>().as('asked'),
      sql<number>`count(distinct coalesce(said.asked_by_id, lower(said.asked_by)))`.as('askers'),
      e.fn.min('said.asked_on').as('first_on'),
      e.fn.max('said.asked_on').as('last_on'),
    ])
    .where('question.root_id', 'in', ids)
    .where('said.taken_back_at', 'is', null)
    .groupBy('question.root_id')
    .execute()
  return new Map(rows.map(({ root_id, ...counts }) => [root_id, counts as Counts]))
}

async function verdictsOf(ctx: Ctx, ids: string[]) {
  const rows = await ctx.db
    .selectFrom('answers_verdicts')
    .select((e) => [
      'question_id',
      e.fn.countAll<number>().filterWhere('is_helped', '=', true).as('helped'),
      e.fn.countAll<number>().filterWhere('is_helped', '=', false).as('notHelped'),
    ])
    .where('question_id', 'in', ids)
    .groupBy('question_id')
    .execute()
  return new Map(rows.map(({ question_id, ...counts }) => [question_id, counts]))
}

export const ownerOf = (row: { owner_id: string | null; owner_name: string | null }) =>
  row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name ?? '' }

/** Questions with how often they were asked, in the order given. */
export async function toLines(ctx: Ctx, rows: QuestionRow[]): Promise<Line[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const [counts, verdicts] = [await countsOf(ctx, ids), await verdictsOf(ctx, ids)]
  const [today, zone] = [await todayOf(ctx), (await settings(ctx.db)).timeZone]
  return rows.map((row) => {
    const made = dayIn(zone, row.made_at)
    const { asked, askers, first_on, last_on } = counts.get(row.id) ?? {
      ...{ asked: 0, askers: 0, first_on: made, last_on: made },
    }
    const { helped, notHelped } = verdicts.get(row.id) ?? { helped: 0, notHelped: 0 }
    return {
      ...{ id: row.id, text: row.text, asked, askers, firstOn: first_on, lastOn: last_on, helped, notHelped },
      ...{ state: stateOf(row), audience: row.audience, owner: ownerOf(row), reviewOn: row.review_on },
      isDue: isDue(row.review_on, today),
    }
  })
}

const most = 5000

export async function questions(ctx: Ctx, { only }: In<typeof answers.questions>) {
  const { personId = '' } = ctx.actor
  const mine = ctx.db
    .selectFrom('answers_occasions as said')
    .innerJoin('answers_questions as one', 'one.id', 'said.question_id')
    .select('one.root_id')
    .where('said.asked_by_id', '=', personId)
    .where('said.taken_back_at', 'is', null)
  const rows = await ctx.db
    .selectFrom('answers_questions')
    .selectAll()
    .where('merged_into', 'is', null)
    .$if(only === 'mine', (q) => q.where((e) => e.or([e('owner_id', '=', personId), e('id', 'in', mine)])))
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(most)
    .execute()
  const lines = (await toLines(ctx, rows)).filter((one) => one.asked > 0 || one.state !== 'open')
  return { items: lines.filter((one) => isWanted(one, only)).sort(byWeight) }
}

const isWanted = (one: Line, only: In<typeof answers.questions>['only']): boolean =>
  only === 'all' || only === 'mine' || (only === 'due' ? one.isDue : one.state === only)

/** Most often asked first, the latest first among equals. */
const byWeight = (a: Line, b: Line): number => b.asked - a.asked || b.lastOn.localeCompare(a.lastOn)
