import type { DuckDBValue } from '@duckdb/node-api'
import { warehouse } from '../../../engine/port.ts'
import {
  type Catalogue,
  type Counted,
  catalogue,
  type Fact,
  type Metric,
  partsOf,
} from '../../../engine/query/catalogue.ts'
import { conditions } from '../../../engine/query/compile.ts'
import type { Filter } from '../../../engine/query/query.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { missing } from '../../../kernel/errors.ts'
import { landedBatches } from '../../imports/server/index.ts'

export type Selection = { from?: string | undefined; to?: string | undefined; where: Filter[] }
/** `sql` counts every row of the figure, `seen` those that the asker may see. */
export type Behind = { fact: Fact; counted: Counted; sql: string; seen: string; params: DuckDBValue[] }

/** The rows a figure was counted from; of a ratio, those it is a share of, or all where it joins different facts. */
export function behind(known: Catalogue, metric: Metric, selection: Selection): Behind[] {
  if ('ratio' in metric) {
    const isJoined = new Set(known.factsOf(metric)).size > 1
    const ids = isJoined ? partsOf(metric.ratio) : metric.ratio.to
    return ids.flatMap((id) => behind(known, known.metrics.get(id)!, selection))
  }
  const { counted } = metric
  const fact = known.facts.get(counted.fact)!
  const params: DuckDBValue[] = []
  const where = [
    ...conditions(fact, selection, counted.day, params),
    counted.filter ? `(${counted.filter})` : 'true',
  ]
  const sql = `from ${fact.table} where ${where.join(' and ')}`
  return [{ fact, counted, sql, seen: fact.hidden ? `${sql} and (${fact.hidden.others})` : sql, params }]
}

export function requireMetric(ctx: Ctx, id: string): Metric {
  const metric = ctx.use(catalogue).metrics.get(id)
  if (!metric) throw missing(`The metric “${id}”`)
  return metric
}

/** The imports the rows came with, and the pages where the others were written. */
export async function originsOf(ctx: Ctx, sides: Behind[]) {
  const counts = new Map<number, number>()
  const written: { title: string; path: string; rows: number }[] = []
  for (const { fact, seen, params } of sides)
    for (const row of await ctx
      .use(warehouse)
      .query<{ batch: number | null; n: number }>(
        `select ${fact.batch} as batch, count(*) as n ${seen} group by 1`,
        params,
      ))
      if (row.batch === null) {
        if (fact.written && !fact.withheld)
          written.push({ title: fact.written.title, path: fact.written.path, rows: row.n })
      } else counts.set(row.batch, (counts.get(row.batch) ?? 0) + row.n)
  return { imports: await importsOf(ctx, counts), written }
}

/** The landed imports of these batches, each with how many of the counted rows it brought. */
export async function importsOf(ctx: Ctx, counts: Map<number, number>) {
  const landed = await landedBatches(ctx.db)
  return landed
    .filter((one) => counts.has(one.batch))
    .map(({ batch, id, file, title, source, landedAt }) => ({
      id,
      file,
      title,
      source,
      landedAt,
      rows: counts.get(batch) ?? 0,
    }))
}
