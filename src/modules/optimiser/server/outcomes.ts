import { literal } from '../../../engine/ingest/index.ts'
import { warehouse } from '../../../engine/port.ts'
import { type Catalogue, catalogue, type Fact, type Metric } from '../../../engine/query/catalogue.ts'
import { mappedTable } from '../../../engine/schema.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { invalid, missing } from '../../../kernel/errors.ts'
import { freshen, type Mart } from '../../imports/server/index.ts'
import { whyNoOutcome } from '../rules.ts'

/** Outcomes that a sheet tells as one number a period. */
export const outcomeMart: Mart = {
  name: 'outcome',
  async build(db, { currency }) {
    await db.run(`
      create or replace table mart.outcome as
      select day, name, value, upper(trim(coalesce(currency, ${literal(currency)}))) as currency, system, batch, row_no
      from ${mappedTable('outcome')} where is_current`)
  },
}

export const outcomeFact: Fact = {
  name: 'outcome',
  table: 'mart.outcome',
  dimensions: { currency: 'currency', system: 'system' },
  shows: ['day', 'name', 'value', 'currency'],
  batch: 'batch',
  rowNo: 'row_no',
}

export const importedRevenue: Metric = {
  id: 'imported_revenue',
  title: 'Imported revenue',
  words: 'Revenue as a sheet tells it by week or day, without the sales behind it.',
  formula: 'sum of revenue, rounded after summing',
  unit: 'money',
  direction: 'up',
  kind: 'outcome',
  additive: true,
  counted: {
    fact: 'outcome',
    measure: 'sum(value)',
    filter: `name = 'revenue'`,
    day: 'day',
    currency: 'currency',
  },
}

export type CountedMetric = Extract<Metric, { counted: unknown }>

/** The metric that spend is held against; refused with the reason where it is no outcome. */
export function requireOutcome(ctx: Ctx, id: string): CountedMetric {
  const metric = ctx.use(catalogue).metrics.get(id)
  if (!metric) throw missing(`The metric “${id}”`)
  const objection = whyNoOutcome(metric)
  if (objection) throw invalid(objection)
  return metric as CountedMetric
}

/** What is asked for first, where there are rows of it. */
const usual = ['imported_revenue', 'won_value', 'won', 'opportunities', 'mql', 'leads']

export async function outcomes(ctx: Ctx) {
  await freshen(ctx)
  const known = ctx.use(catalogue)
  // What is credited to channels already is no outcome to hold their spend against.
  const isCredited = (metric: Metric) => known.factsOf(metric).some(({ unattributed }) => unattributed)
  const items = [...known.metrics.values()].filter(
    (metric) => whyNoOutcome(metric) === null && !isCredited(metric),
  )
  const counts = await Promise.all(usual.map((id) => hasRows(ctx, known, id)))
  const order = (id: string) => (usual.includes(id) ? usual.indexOf(id) : usual.length)
  return {
    items: items
      .map(({ id, title }) => ({ id, title }))
      .sort((a, b) => order(a.id) - order(b.id) || a.title.localeCompare(b.title)),
    usual: usual[counts.indexOf(true)] ?? items[0]?.id ?? null,
  }
}

async function hasRows(ctx: Ctx, known: Catalogue, id: string): Promise<boolean> {
  const metric = known.metrics.get(id)
  if (!metric || !('counted' in metric)) return false
  const { fact, filter = 'true', day } = metric.counted
  const table = known.facts.get(fact)!.table
  const rows = await ctx
    .use(warehouse)
    .query(`select 1 from ${table} where ${filter} and ${day} is not null limit 1`)
  return rows.length > 0
}
