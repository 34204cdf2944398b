import type { DuckDBValue } from '@duckdb/node-api'
import type { Warehouse } from '../warehouse.ts'
import type { Catalogue, Counted, Fact, Metric } from './catalogue.ts'
import { anyOf, byFactAndDay, conditions, dimensionOf } from './compile.ts'
import type { Query } from './query.ts'

type Covered = { fact: Fact; system: string; dimension: string; rows: number; filled: number }

/** Below this share of its rows a source does not carry a dimension. */
const few = 0.05
const isBare = ({ rows, filled }: Covered): boolean => filled < rows * few

/**
 * Warnings for figures that do not meet: broken down by a dimension that the rows of one source say and those of
 * another do not, so that the parts of a rate fall into different groups.
 */
export async function coverageNotes(
  store: Warehouse,
  catalogue: Catalogue,
  metrics: Metric[],
  query: Query,
): Promise<string[]> {
  const isRate = query.metrics.some((id) => 'ratio' in catalogue.metrics.get(id)!)
  const groups = byFactAndDay(metrics)
  const facts = new Set(metrics.map((metric) => (metric as { counted: Counted }).counted.fact))
  if (query.by.length === 0 || (!isRate && facts.size < 2)) return []

  const covered = (await Promise.all(groups.map((group) => coverage(store, catalogue, group, query)))).flat()
  const uneven = covered.filter(
    (one) => isBare(one) && covered.some((other) => other.dimension === one.dimension && !isBare(other)),
  )
  return [
    ...new Map(
      uneven.map((one) => [`${one.fact.name}/${one.system}/${one.dimension}`, inWords(one)]),
    ).values(),
  ]
}

async function coverage(
  store: Warehouse,
  catalogue: Catalogue,
  group: Metric[],
  query: Query,
): Promise<Covered[]> {
  const counted = group.map((metric) => (metric as { counted: Counted }).counted)
  const fact = catalogue.facts.get(counted[0]!.fact)!
  const params: DuckDBValue[] = []
  const where = [...conditions(fact, query, counted[0]!.day, params), anyOf(counted)]
  const filled = query.by.map((name, at) => `count(${dimensionOf(fact, name)}) as f${at}`)
  const rows = await store.query(
    `select ${fact.dimensions.system ?? "''"} as source, count(*) as n, ${filled.join(', ')}
     from ${fact.table} where ${where.join(' and ')} group by 1`,
    params,
  )
  return rows.flatMap((row) =>
    query.by.map((dimension, at) => ({
      fact,
      dimension,
      system: String(row.source ?? ''),
      rows: Number(row.n),
      filled: Number(row[`f${at}`]),
    })),
  )
}

function inWords({ fact, system, dimension, rows, filled }: Covered): string {
  const named = dimension.replaceAll('_', ' ')
  const of = `the ${rows.toLocaleString('en')} ${fact.name.replaceAll('_', ' ')} rows of ${system || 'one source'}`
  const have = filled === 0 ? `None of ${of} has` : `Only ${filled.toLocaleString('en')} of ${of} have`
  return `${have} a value for ${named}, while other rows do: they stand under a blank ${named}, and rates by ${named} are without them.`
}
