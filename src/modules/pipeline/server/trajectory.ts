import type { DuckDBValue } from '@duckdb/node-api'
import { warehouse } from '../../../engine/port.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays, dayIn, type Period, periodOf, periodsBetween } from '../../../methods/fiscal.ts'
import { incidence } from '../../../methods/incidence.ts'
import { countsOf } from '../../../methods/survival.ts'
import { levelWeeks, outlook, readOut } from '../../../methods/trajectory.ts'
import { freshen, organisation } from '../../imports/server/index.ts'
import type { pipeline, Stage } from '../contract.ts'
import { type CohortInput, cohortWhere, daysSql } from './cohort.ts'
import { currentStages } from './stages.ts'

type Entered = { week_from: string } & Record<string, number>
type Entries = Map<string, Record<string, number>>
type Fate = { week_from: string; fate: 'won' | 'left' | 'open'; days: number; age: number; n: number }

export async function trajectory(ctx: Ctx, { to, weeks: many, where }: In<typeof pipeline.trajectory>) {
  await freshen(ctx)
  const { stages } = await currentStages(ctx.db)
  const { calendar, zone } = await organisation(ctx.db)
  const last = to ?? (await newestDay(ctx, stages)) ?? dayIn(zone, ctx.now)
  // What became of the leads is known for longer than new leads were exported.
  const asOf = to ?? (await newestOutcome(ctx, stages)) ?? last
  const end = periodOf(last, 'week', calendar)
  const weeks = periodsBetween(addDays(end.startsOn, -7 * (many - 1)), end.endsOn, 'week', calendar)

  const entered = await enteredPerWeek(ctx, stages, weeks, where)
  const fates = await fatesOf(ctx, stages, asOf, where)
  const history = incidence(countsOf(observations(fates)))
  const rows = weeks.map((week) => ({
    week: week.label,
    from: week.startsOn,
    to: week.endsOn,
    entered: Object.fromEntries(stages.map(({ id }) => [id, entered.get(week.startsOn)?.[id] ?? 0])),
    ...cohortOutlook(
      fates.filter((one) => one.week_from === week.startsOn),
      history,
    ),
  }))
  const isComplete = end.endsOn <= last
  const over = rows.slice(0, isComplete ? undefined : -1)
  const readOuts = stages.map((stage) =>
    inWords(
      stage,
      over.map((row) => row.entered[stage.id] ?? 0),
    ),
  )
  return {
    stages: stages.map(({ id, name }) => ({ id, name, imputed: isImputed(id, entered) })),
    weeks: rows,
    readOuts,
    finding: finding(readOuts),
    asOf,
    levelOf: spanOf(over.slice(-levelWeeks)),
    isLastSoFar: !isComplete,
    notes: [
      ...(isComplete ? [] : [`The last week is not over and is left out of direction and speed.`]),
      `Won so far counts to ${asOf}. Expected wins are what older cohorts of the same age went on to win (Aalen–Johansen).`,
    ],
  }
}

const spanOf = (weeks: { from: string; to: string }[]) =>
  weeks.length === 0 ? null : { from: weeks[0]!.from, to: weeks.at(-1)!.to, weeks: weeks.length }

/** The newest day of the earliest stage that has any: exports end before today, and opportunities outlive the leads' export. */
export async function newestDay(ctx: Ctx, stages: Stage[]): Promise<string | null> {
  const newest = stages.map(
    ({ id }) => `max(${id}_on) filter (where ${id}_at <= $1::timestamp and not ${id}_imputed)`,
  )
  const [row] = await ctx
    .use(warehouse)
    .query<{ day: string | null }>(`select coalesce(${newest.join(', ')})::varchar as day from mart.funnel`, [
      ctx.now.toISOString(),
    ])
  return row?.day ?? null
}

/** The newest day on which anybody is known to have entered a stage, been rejected or lost. */
async function newestOutcome(ctx: Ctx, stages: Stage[]): Promise<string | null> {
  const days = [...stages.map(({ id }) => `${id}_on`), 'rejected_on', 'lost_on']
  const newest = days.map((day) => `max(${day}) filter (where ${day} <= $1::date)`)
  const { zone } = await organisation(ctx.db)
  const [row] = await ctx
    .use(warehouse)
    .query<{ day: string | null }>(`select greatest(${newest.join(', ')})::varchar as day from mart.funnel`, [
      dayIn(zone, ctx.now),
    ])
  return row?.day ?? null
}

const putIn = (id: string) => `${id} put in`
const sumOf = (entered: Entries, name: string) =>
  [...entered.values()].reduce((sum, week) => sum + (week[name] ?? 0), 0)

/** No entry of the stage has a date of its own: all were put in with that of the next stage. */
const isImputed = (id: string, entered: Entries): boolean =>
  sumOf(entered, id) > 0 && sumOf(entered, id) === sumOf(entered, putIn(id))

async function enteredPerWeek(ctx: Ctx, stages: Stage[], weeks: Period[], where: CohortInput['where']) {
  const found: Entries = new Map()
  const range = { from: weeks[0]!.startsOn, to: weeks.at(-1)!.endsOn, where }
  await Promise.all(
    stages.map(async ({ id }) => {
      const params: DuckDBValue[] = []
      const sql = `select c.week_from::varchar as week_from, count(*) as n, count(*) filter (where ${id}_imputed) as put_in from mart.funnel join mart.calendar c on c.on_day = ${id}_on
        where ${cohortWhere(range, `${id}_on`, params)} group by 1`
      for (const row of await ctx.use(warehouse).query<Entered>(sql, params))
        found.set(row.week_from, {
          ...found.get(row.week_from),
          [id]: row.n as number,
          [putIn(id)]: row.put_in as number,
        })
    }),
  )
  return found
}

/** What became of everybody who entered the first stage: won, gone, or still open, and after how many days. */
async function fatesOf(
  ctx: Ctx,
  stages: Stage[],
  today: string,
  where: CohortInput['where'],
): Promise<Fate[]> {
  const first = stages[0]!.id
  const won = stages.at(-1)!.id
  const params: DuckDBValue[] = [today]
  const tomorrow = '($1::date + 1)'
  const left = 'least(rejected_on, lost_on)'
  return ctx.use(warehouse).query<Fate>(
    `select week_from::varchar as week_from, fate, ${daysSql(`${first}_on`, 'until')} as days, ${daysSql(`${first}_on`, tomorrow)} as age, count(*) as n from (
       select c.week_from, ${first}_on,
         case when ${won}_on < ${tomorrow} then 'won' when ${left} < ${tomorrow} then 'left' else 'open' end as fate,
         case fate when 'won' then ${won}_on when 'left' then ${left} else ${tomorrow} end as until
       from mart.funnel join mart.calendar c on c.on_day = ${first}_on
       where ${first}_on < ${tomorrow} and ${cohortWhere({ where }, `${first}_on`, params)})
     group by all`,
    params,
  )
}

function* observations(fates: Fate[]) {
  for (const { fate, days, n } of fates)
    for (let i = 0; i < n; i += 1) yield { time: days, cause: fate === 'open' ? null : fate }
}

function cohortOutlook(cohort: Fate[], history: ReturnType<typeof incidence>) {
  const won = cohort.filter((one) => one.fate === 'won').reduce((sum, one) => sum + one.n, 0)
  if (cohort.length === 0) return { maturity: null, won, expectedWon: null }
  const seen = outlook(history, 'won', {
    entered: cohort.map((one) => ({ age: one.age, count: one.n })),
    open: cohort.filter((one) => one.fate === 'open').map((one) => ({ age: one.age, count: one.n })),
    converted: won,
  })
  return { maturity: seen.maturity, won, expectedWon: seen.expected }
}

function inWords({ id, name }: Stage, series: number[]) {
  const seen = readOut(series)
  if (!seen || series.every((n) => n === 0))
    return {
      stage: id,
      name,
      level: null,
      direction: 'unknown' as const,
      speed: null,
      says: `No ${name} entries in these weeks.`,
    }
  const round = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 1 })
  const going = { up: 'rising', down: 'falling', flat: 'steady' }[seen.direction]
  const speed =
    seen.direction === 'flat' || seen.speed === null ? '' : ` by ${round(Math.abs(seen.speed))} a week`
  return {
    stage: id,
    name,
    level: seen.level,
    direction: seen.direction,
    speed: seen.speed,
    says: `${name}: ${round(seen.level)} a week, ${going}${speed}.`,
  }
}

function finding(readOuts: ReturnType<typeof inWords>[]): string | null {
  const moving = readOuts.filter((one) => one.direction === 'up' || one.direction === 'down')
  const shown = moving.length > 0 ? moving : readOuts.filter((one) => one.level !== null).slice(0, 1)
  return shown.length > 0
    ? shown
        .map((one) => one.says.replace(/\.$/, ''))
        .slice(0, 2)
        .join('; ')
    : null
}
