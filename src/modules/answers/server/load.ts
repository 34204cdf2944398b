import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { versioned } from '../../../kernel/versions.ts'
import { settings } from '../../identity/server/index.ts'
import { answers } from '../contract.ts'
import { channelTitle, counted, hoursSaved, repeatsOf, totalOf, weeklyLoad } from '../rules.ts'
import type { Assumption, Load } from '../things.ts'
import { recordsOf } from './show.ts'
import { todayOf } from './today.ts'

const assumed = versioned({
  ...{ table: 'answers_assumptions', name: 'assumption', prefix: 'asm' },
  what: 'how long answering is taken to last',
  first: { minutes: 12 } as Assumption,
  firstReason: 'As the product comes: reading, looking up, writing back.',
})

/** Every time a question was asked, with the question it counts for. */
const askedEver = (ctx: Ctx) =>
  ctx.db
    .selectFrom('answers_occasions as said')
    .innerJoin('answers_questions as one', 'one.id', 'said.question_id')
    .select(['said.id', 'said.asked_on as on', 'said.channel', 'said.cause', 'one.root_id as root'])
    .select(['said.about_kind', 'said.about_id'])
    .where('said.taken_back_at', 'is', null)
    .execute()
type Row = Awaited<ReturnType<typeof askedEver>>[number]

const helpedEver = (ctx: Ctx) =>
  ctx.db
    .selectFrom('answers_verdicts')
    .select(['given_on as on', 'person_id'])
    .where('is_helped', '=', true)
    .execute()

export async function load(ctx: Ctx, { weeks: count }: In<typeof answers.load>): Promise<Load> {
  const asked = await askedEver(ctx)
  const calendar = {
    startMonth: 1,
    weekStart: (await settings(ctx.db)).weekStart,
    pattern: 'calendar' as const,
  }
  const verdicts = await helpedEver(ctx)
  const helped = verdicts.map((one) => one.on)
  const weeks = weeklyLoad(await todayOf(ctx), count, calendar, { asked, helped })
  const within = ({ on }: { on: string }) => on >= weeks[0]!.startsOn
  const shown = asked.filter(within)
  const { assumption, version } = await assumed.current(ctx.db)
  const total = totalOf(weeks)
  return {
    ...{ weeks, ...total, hoursSaved: hoursSaved(total.answeredAtOnce, assumption.minutes) },
    byVisitors: verdicts.filter((one) => one.person_id === null && within(one)).length,
    assumption: { ...assumption, version },
    causes: await causesOf(ctx, shown, repeatsOf(asked)),
    channels: counted(shown.map((one) => channelTitle(one.channel))),
  }
}

const mostCauses = 12

/** The messages and records that made people ask, by name. */
async function causesOf(ctx: Ctx, rows: Row[], repeats: Set<string>): Promise<Load['causes']> {
  const records = await recordsOf(ctx, rows)
  const recordOf = (row: Row) => records.get(`${row.about_kind} ${row.about_id}`)
  const nameOf = (row: Row): string => row.cause || (recordOf(row)?.name ?? '')
  const paths = new Map(rows.map((row) => [nameOf(row), recordOf(row)?.path ?? null]))
  return counted(rows.map(nameOf))
    .slice(0, mostCauses)
    .map(({ name, count }) => ({
      ...{ name, count, path: paths.get(name) ?? null },
      repeated: rows.filter((row) => nameOf(row) === name && repeats.has(row.id)).length,
    }))
}

export const assumptions = async (ctx: Ctx) => ({ versions: await assumed.all(ctx.db) })

export async function assume(ctx: Ctx, { minutes, version, reason }: In<typeof answers.assume>) {
  await assumed.requireCurrent(ctx.db, version)

  await assumed.keep(ctx, { minutes }, { reason, version })
  await ctx.record(answers.events.assumed, 'assumption', { minutes })

  return {}
}
