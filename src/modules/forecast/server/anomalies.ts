import { keyOf } from '../../../engine/query/calendar.ts'
import { catalogue } from '../../../engine/query/catalogue.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { missing } from '../../../kernel/errors.ts'
import { alarms } from '../../../methods/forecast/index.ts'
import { notify } from '../../activity/server/index.ts'
import { holdersOf, knownPermissions } from '../../identity/server/index.ts'
import { todayOf } from '../../metrics/server/index.ts'
import { type Anomaly, forecast } from '../contract.ts'
import { anomalyWords, isOfLate, mostToldADay, seasonOf, watchedMetrics, weeksBack } from '../rules.ts'
import { segmentBehind } from './segment-behind.ts'
import { type Series, seriesOf } from './series.ts'
import type { AnomalyRow } from './tables.ts'

function toAnomaly(ctx: Ctx, row: AnomalyRow): Anomaly {
  const metric = ctx.use(catalogue).metrics.get(row.metric)
  const { seen_by: by, seen_at: at } = row
  return {
    id: row.id,
    metric: row.metric,
    title: metric?.title ?? row.metric,
    unit: metric?.unit ?? 'count',
    from: row.from_on,
    to: row.to_on,
    actual: row.actual,
    expected: row.expected,
    score: row.score,
    says: row.says,
    foundAt: row.found_at.toISOString(),
    seen: by && at ? { by, at: at.toISOString() } : null,
  }
}

const watchedHere = (ctx: Ctx) =>
  watchedMetrics.filter(({ metric }) => ctx.use(catalogue).metrics.has(metric))

export async function anomalies(ctx: Ctx, { limit }: In<typeof forecast.anomalies>) {
  const rows = await ctx.db
    .selectFrom('forecast_anomalies')
    .selectAll()
    .orderBy('from_on', 'desc')
    .orderBy('found_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
  const { metrics } = ctx.use(catalogue)
  const watched = watchedHere(ctx).map((one) => ({ ...one, title: metrics.get(one.metric)!.title }))
  return { items: rows.map((row) => toAnomaly(ctx, row)), watched }
}

export async function seeAnomaly(ctx: Ctx, { id }: In<typeof forecast.seeAnomaly>) {
  const row = await ctx.db
    .selectFrom('forecast_anomalies')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw missing('This anomaly')
  if (row.seen_by) return toAnomaly(ctx, row)

  const seen = await ctx.update('forecast_anomalies', id, { seen_by: ctx.actor.name, seen_at: ctx.now })
  await ctx.record(forecast.events.anomalySeen, id, { says: row.says })

  return toAnomaly(ctx, seen ?? row)
}

/** Judge the last whole week of every watched figure; what is unusual and new is written down and told. */
export async function watch(ctx: Ctx) {
  const today = await todayOf(ctx)
  const watched = await Promise.all(
    watchedHere(ctx).map(async ({ metric, least }) => ({
      least,
      series: await seriesOf(ctx, { metric, grain: 'week', where: [] }),
    })),
  )
  const recent = watched.filter(
    ({ series }) => series.refused === null && isOfLate(series.periods.at(-1)!.endsOn, today),
  )
  const judged = alarms(
    recent.map(({ least, series }) => ({
      name: series.metric.id,
      values: series.values.slice(-weeksBack),
      period: seasonOf.week,
      least,
    })),
  )

  const found: AnomalyRow[] = []
  let room = mostToldADay - (await toldToday(ctx))
  for (const alarm of judged.filter((one) => 'isAlarm' in one && one.isAlarm).sort(byScore)) {
    const { series } = recent.find((one) => one.series.metric.id === alarm.name)!
    if (!('newest' in alarm) || (await isKnown(ctx, series))) continue
    found.push(await writeDown(ctx, series, alarm.newest, room > 0))
    room -= 1
  }
  return { found: found.map((row) => toAnomaly(ctx, row)) }
}

type Judged = ReturnType<typeof alarms>[number]
const sizeOf = (one: Judged): number => ('newest' in one ? Math.abs(one.newest.score) : 0)
const byScore = (a: Judged, b: Judged): number => sizeOf(b) - sizeOf(a)

async function toldToday(ctx: Ctx): Promise<number> {
  const since = new Date(ctx.now.getTime() - 86_400_000)
  const { n } = await ctx.db
    .selectFrom('forecast_anomalies')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('is_told', '=', true)
    .where('found_at', '>', since)
    .executeTakeFirstOrThrow()
  return n
}

async function isKnown(ctx: Ctx, { metric, periods }: Series): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('forecast_anomalies')
    .select('id')
    .where('metric', '=', metric.id)
    .where('from_on', '=', periods.at(-1)!.startsOn)
    .executeTakeFirst()
  return row !== undefined
}

const widest = 99

async function writeDown(
  ctx: Ctx,
  series: Series,
  { actual, expected, score }: { actual: number; expected: number; score: number },
  isTold: boolean,
): Promise<AnomalyRow> {
  const { metric, currency, here } = series
  const week = series.periods.at(-1)!
  const most = await segmentBehind(ctx, series, Math.sign(actual - expected))
  const about = { title: metric.title, unit: metric.unit, currency, week: keyOf(week, here.calendar) }
  const says = anomalyWords({ ...about, actual, expected }, most)
  const row = await ctx.insert('forecast_anomalies', {
    id: ctx.id('ano'),
    metric: metric.id,
    from_on: week.startsOn,
    to_on: week.endsOn,
    actual,
    expected,
    score: Math.max(-widest, Math.min(widest, score)),
    says,
    found_at: ctx.now,
    is_told: isTold,
    seen_by: null,
    seen_at: null,
  })
  await ctx.record(forecast.events.anomalyFound, row.id, { says })
  const people = isTold ? await holdersOf(ctx.db, 'forecast:act', knownPermissions(ctx)) : []
  const notice = { title: `${metric.title} moved unusually`, why: says, link: '/changes?tab=anomalies' }
  for (const person of people) await notify(ctx, person, notice)
  return row
}
