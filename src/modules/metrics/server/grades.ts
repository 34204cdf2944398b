import type { DuckDBValue } from '@duckdb/node-api'
import { warehouse } from '../../../engine/port.ts'
import { catalogue, type Metric } from '../../../engine/query/catalogue.ts'
import { conditions, dimensionOf } from '../../../engine/query/compile.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { freshen } from '../../imports/server/index.ts'
import type { metrics } from '../contract.ts'
import {
  type Confidence,
  confidence,
  dated,
  filled,
  freshness,
  type Signal,
  sample,
  unattributed,
} from '../rules.ts'
import { type Behind, behind, originsOf, requireMetric, type Selection } from './behind.ts'

/** How far each of these figures can be trusted, and what would raise it. */
export async function grades(ctx: Ctx, { metrics: ids, ...selection }: In<typeof metrics.grades>) {
  await freshen(ctx)
  const items = await Promise.all(
    ids.map(async (id) => {
      const metric = requireMetric(ctx, id)
      const sides = behind(ctx.use(catalogue), metric, selection)
      const { imports } = await originsOf(ctx, sides)
      return { metric: id, ...(await gradeOf(ctx, metric, selection, { sides, imports })) }
    }),
  )
  return {
    items: items.map(({ metric, grade, signals }) => ({
      metric,
      grade: grade ?? null,
      signals: signals ?? [],
    })),
  }
}

/** The rows behind a figure, and the imports they came with. */
type Origin = { sides: Behind[] } & Pick<Awaited<ReturnType<typeof originsOf>>, 'imports'>

/** Confidence in one figure: of the rows behind it, their dates and dimensions, their number and their age. */
export async function gradeOf(
  ctx: Ctx,
  metric: Metric,
  selection: Selection,
  { sides, imports }: Origin,
): Promise<Confidence | null> {
  const parts = await Promise.all(sides.map((side) => ofRows(ctx, side, selection)))
  const cases = await casesOf(ctx, sides)
  if (cases === 0) return null
  const isRecent = !selection.to || daysSince(ctx.now, selection.to) < 7
  const age = Math.min(...imports.map((one) => daysSince(ctx.now, one.landedAt)))
  return confidence([
    ...(isRecent && imports.length > 0 ? [freshness(Math.max(0, age))] : []),
    ...('ratio' in metric ? [sample(cases)] : []),
    ...worstOf(parts.flat()),
  ])
}

/** How many rows a rate rests on; where it joins different facts, those of the one that has the fewest. */
async function casesOf(ctx: Ctx, sides: Behind[]): Promise<number> {
  const counts = new Map<string, number>()
  for (const { fact, sql, params } of sides) {
    const [row] = await ctx.use(warehouse).query<{ n: number }>(`select count(*) as n ${sql}`, params)
    counts.set(fact.name, (counts.get(fact.name) ?? 0) + (row?.n ?? 0))
  }
  return Math.min(...counts.values())
}

const daysSince = (now: Date, day: string): number =>
  Math.floor((now.getTime() - Date.parse(day)) / 86_400_000)

/** Of several sides of a ratio the one that says less. */
function worstOf(signals: Signal[]): Signal[] {
  const worst = new Map<string, Signal>()
  for (const one of signals) if ((worst.get(one.name)?.grade ?? '') < one.grade) worst.set(one.name, one)
  return [...worst.values()]
}

async function ofRows(ctx: Ctx, { fact, counted }: Behind, selection: Selection): Promise<Signal[]> {
  const { from, to, where } = selection
  const params: DuckDBValue[] = []
  const only = [counted.filter ? `(${counted.filter})` : 'true']
  const during = conditions(fact, { from, to, where: [] }, counted.day, params).join(' and ') || 'true'
  const names = [...new Set(where.map((one) => one.dimension).filter((name) => fact.dimensions[name]))]
  const [row] = await ctx.use(warehouse).query<Record<string, number>>(
    `select count(*) as n, count(${counted.day}) as dated, count(*) filter (where ${during}) as inside
       ${names.map((name, at) => `, count(${dimensionOf(fact, name)}) filter (where ${during}) as f${at}`).join('')}
       ${fact.unattributed ? `, (${fact.unattributed})::double as alone` : ''}
     from ${fact.table} where ${only.join(' and ')}`,
    params,
  )
  if (!row?.n) return []
  return [
    ...(from || to ? [dated(row.dated! / row.n)] : []),
    ...names.map((name, at) => filled(name, row.inside ? row[`f${at}`]! / row.inside : 0)),
    ...(fact.unattributed ? [unattributed(row.alone ?? 0)] : []),
  ]
}
