import { warehouse } from '../../../engine/port.ts'
import { type Catalogue, catalogue, type Metric, whyNotDimension } from '../../../engine/query/catalogue.ts'
import { dimensionOf } from '../../../engine/query/compile.ts'
import type { Query } from '../../../engine/query/query.ts'
import { type AnswerRow, run } from '../../../engine/query/run.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { forbidden, invalid } from '../../../kernel/errors.ts'
import { comparedRange, dayIn, yearAgoRange } from '../../../methods/fiscal.ts'
import { freshen, type Organisation, organisation } from '../../imports/server/index.ts'
import type { MetricShown, metrics } from '../contract.ts'

export function toShown(metric: Metric, known: Catalogue): MetricShown {
  const { id, title, words, formula, unit, direction, kind, additive } = metric
  return {
    id,
    title,
    words,
    formula,
    unit,
    direction,
    kind,
    additive,
    store: 'warehouse',
    dimensions: known.dimensionsOf(metric),
  }
}

export async function list(ctx: Ctx) {
  const known = ctx.use(catalogue)
  const names = new Set([...known.facts.values()].flatMap((fact) => Object.keys(fact.dimensions)))
  return {
    items: [...known.metrics.values()].map((metric) => toShown(metric, known)),
    dimensions: [...names].map((name) => ({
      name,
      words: known.dimensions.get(name) ?? name.replaceAll('_', ' '),
    })),
  }
}

export async function query(ctx: Ctx, asked: In<typeof metrics.query>) {
  await freshen(ctx)
  const known = ctx.use(catalogue)
  const here = await organisation(ctx.db)
  const { currency } = here
  const answer = await run(ctx.use(warehouse), known, asked, currency)
  const before = rangeToCompare(asked, dayIn(here.zone, ctx.now), here)
  const compared = before ? await run(ctx.use(warehouse), known, { ...asked, ...before }, currency) : null
  return {
    rows: answer.rows,
    compared: compared?.rows ?? null,
    periods: await periodsOf(ctx, asked, answer.rows),
    period: { from: asked.from ?? null, to: asked.to ?? null },
    comparedPeriod: before,
    metrics: asked.metrics.map((id) => toShown(known.metrics.get(id)!, known)),
    notes: [...answer.notes, ...undatedNote(asked)],
    more: answer.more,
  }
}

/** The days that `from`–`to` is held against, seen on `today`; null where nothing is to be compared. */
export function rangeToCompare(
  { compare, from, to }: Pick<Query, 'compare' | 'from' | 'to'>,
  today: string,
  { calendar }: Organisation,
): { from: string; to: string } | null {
  if (!compare) return null
  if (!from || !to) throw invalid('A comparison needs the first and the last day of the period.')
  if (compare === 'previous') return comparedRange(from, to, today, calendar)
  const soFar = today >= from && today < to ? today : to
  return yearAgoRange(from, soFar)
}

/** The calendar’s periods between the first and the last day asked for, or of the rows; none lies ahead. */
async function periodsOf(ctx: Ctx, { grain, from, to }: Query, rows: AnswerRow[]): Promise<string[] | null> {
  const labels = grain ? rows.map((row) => String(row[grain])) : []
  if (!grain || labels.length === 0) return null
  const today = ctx.now.toISOString().slice(0, 10)
  const last = to && to < today ? to : to ? today : null
  const found = await ctx.use(warehouse).query<{ period: string }>(
    `with steps as (select ${grain} as period, min(${grain}_from) as starts, min(on_day) as first, max(on_day) as last
       from mart.calendar group by 1),
     ends as (select least(min(starts), $3::date) as low, greatest(max(starts), $4::date) as high
       from steps where period = $1 or period = $2)
     select period from steps, ends where last >= low and starts <= high order by starts`,
    [labels[0]!, labels.at(-1)!, from ?? null, last],
  )
  return found.map((one) => one.period)
}

const undatedNote = ({ from, to, grain }: Query): string[] =>
  from || to || grain ? ['Rows without a date are left out of a period.'] : []

export async function values(ctx: Ctx, { dimension, limit }: In<typeof metrics.values>) {
  await freshen(ctx)
  const all = [...ctx.use(catalogue).facts.values()]
  const facts = all.filter((fact) => Object.hasOwn(fact.dimensions, dimension) && !fact.isReading)
  const objection = all.flatMap((fact) => whyNotDimension(fact, dimension) ?? [])[0]
  if (facts.length === 0 && objection) throw forbidden(objection)
  if (facts.length === 0) throw invalid(`There is no dimension “${dimension}”.`)
  const counted = facts.map(
    (fact) =>
      `select ${dimensionOf(fact, dimension)}::varchar as value, count(*) as n from ${fact.table} group by 1`,
  )
  const items = await ctx
    .use(warehouse)
    .query<{ value: string | null; rows: number }>(
      `select value, sum(n)::bigint as rows from (${counted.join(' union all ')}) group by 1 order by 2 desc, 1 limit ${limit}`,
    )
  return { items }
}
