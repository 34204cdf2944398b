import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { forbidden, missing } from '../../../kernel/errors.ts'
import { dayIn } from '../../../methods/fiscal.ts'
import { settings } from '../../identity/server/index.ts'
import { teamwork } from '../contract.ts'
import { likeness } from '../rules.ts'
import type { Lesson } from '../things/lesson.ts'
import { isMe, manages, requireFresh, requireMe } from './rows.ts'
import { requireTeam, standingTo } from './teams.ts'

const { events } = teamwork

/** The lessons of teams, and those whoever asks keeps for themselves. */
const readable = (ctx: Ctx) =>
  ctx.db
    .selectFrom('teamwork_lessons as lesson')
    .innerJoin('teamwork_lesson_texts as said', 'said.id', 'lesson.current_id')
    .selectAll('lesson')
    .select(['said.what', 'said.recall', 'said.tags', 'said.written_at'])
    .where((e) =>
      e.or([e('lesson.team_id', 'is not', null), e('lesson.owner_id', '=', ctx.actor.personId ?? '')]),
    )

type Row = Awaited<ReturnType<ReturnType<typeof readable>['execute']>>[number]

const toLesson = (ctx: Ctx, row: Row, zone: string): Lesson => ({
  ...{ id: row.id, what: row.what, recall: row.recall, tags: row.tags, version: row.version },
  ...{ owner: { id: row.owner_id, name: row.owner_name }, on: dayIn(zone, row.written_at) },
  team: row.team_id ? { id: row.team_id, name: row.team_name ?? '' } : null,
  can: { change: mayChange(ctx, row) },
})

const mayChange = (ctx: Ctx, row: Pick<Row, 'owner_id' | 'team_id'>): boolean =>
  isMe(ctx, row.owner_id) || (row.team_id !== null && manages(ctx))

async function all(ctx: Ctx): Promise<Lesson[]> {
  const rows = await readable(ctx)
    .where('lesson.removed_at', 'is', null)
    .orderBy('said.written_at', 'desc')
    .orderBy('lesson.id')
    .limit(2000)
    .execute()
  const { timeZone } = await settings(ctx.db)
  return rows.map((row) => toLesson(ctx, row, timeZone))
}

const enough = 0.25

/** The lessons that a text brings to mind, the nearest first, of those whoever asks may read. */
export async function similarLessons(ctx: Ctx, text: string, most = 3): Promise<Lesson[]> {
  return (await all(ctx))
    .map((one) => ({ one, how: likeness(text, `${one.what} ${one.recall} ${one.tags.join(' ')}`) }))
    .filter(({ how }) => how >= enough)
    .sort((a, b) => b.how - a.how)
    .slice(0, most)
    .map(({ one }) => one)
}

export const lessons = async (ctx: Ctx, { like }: In<typeof teamwork.lessons>) => ({
  items: like === undefined ? await all(ctx) : await similarLessons(ctx, like, 5),
})

async function requireLesson(ctx: Ctx, id: string): Promise<Row> {
  const row = await readable(ctx).where('lesson.id', '=', id).executeTakeFirst()
  if (!row) throw missing('This lesson')
  return row
}

async function show(ctx: Ctx, id: string): Promise<Lesson> {
  const { timeZone } = await settings(ctx.db)
  return toLesson(ctx, await requireLesson(ctx, id), timeZone)
}

type Said = { what: string; recall: string; tags: string[] }

/** A text is written once: what somebody keeps for themselves must not stand in the trail of changes. */
async function keepText(ctx: Ctx, lesson_id: string, { what, recall, tags }: Said): Promise<string> {
  const id = ctx.id('lst')
  await ctx.insert('teamwork_lesson_texts', {
    ...{ id, lesson_id, what, recall, tags: JSON.stringify(tags), written_at: ctx.now },
  })
  return id
}

export async function addLesson(ctx: Ctx, { teamId, ...said }: In<typeof teamwork.addLesson>) {
  const me = requireMe(ctx)
  const team = teamId ? await requireTeam(ctx, teamId) : null
  if (team && !standingTo(ctx, team).isOf && !manages(ctx))
    throw forbidden(`You are not of ${team.name}. Keep it for yourself, or for a team you work in.`)

  const id = ctx.id('les')
  await ctx.insert('teamwork_lessons', {
    ...{ id, owner_id: me.id, owner_name: me.name, team_id: team?.id ?? null, team_name: team?.name ?? null },
    ...{ current_id: '', made_at: ctx.now, version: 1, removed_at: null },
  })
  await ctx.update('teamwork_lessons', id, { current_id: await keepText(ctx, id, said) })
  if (team) await ctx.record(events.lessonKept, id, { team: team.name, what: said.what })
  else await ctx.record(events.ownLesson, id, {})

  return show(ctx, id)
}

async function requireOwn(ctx: Ctx, id: string): Promise<Row> {
  const row = await requireLesson(ctx, id)
  if (!mayChange(ctx, row)) throw forbidden(`${row.owner_name} keeps this lesson. Write one of your own.`)
  return row
}

export async function changeLesson(ctx: Ctx, { id, version, ...said }: In<typeof teamwork.changeLesson>) {
  const row = await requireOwn(ctx, id)
  requireFresh(row, version, 'this lesson')

  const { what = row.what, recall = row.recall, tags = row.tags } = said
  const current_id = await keepText(ctx, id, { what, recall, tags })
  await ctx.update('teamwork_lessons', id, { current_id, version: version + 1 })
  if (row.team_id) await ctx.record(events.lessonChanged, id, { team: row.team_name ?? '', what })
  else await ctx.record(events.ownLesson, id, {})

  return show(ctx, id)
}

export async function removeLesson(ctx: Ctx, { id, isRemoved }: In<typeof teamwork.removeLesson>) {
  const row = await requireOwn(ctx, id)

  await ctx.update('teamwork_lessons', id, { removed_at: isRemoved ? ctx.now : null })
  const how = isRemoved ? 'took out' : 'put back'
  if (row.team_id) await ctx.record(events.lessonRemoved, id, { team: row.team_name ?? '', how })
  else await ctx.record(events.ownLesson, id, {})

  return {}
}
