import type { DuckDBValue } from '@duckdb/node-api'
import { invalid } from '../../kernel/errors.ts'
import { type Catalogue, type Counted, type Fact, type Metric, partsOf } from './catalogue.ts'
import type { Filter, Query } from './query.ts'

/** One grouped statement: measures of one fact that are placed in time by the same column. */
export type Statement = Asked & { metrics: string[]; leftOut?: Asked }
type Asked = { sql: string; params: DuckDBValue[] }
type Selection = Pick<Query, 'from' | 'to' | 'where'>

/** The metrics to count for a query: those asked for and the parts of ratios. Throws `invalid` for an unknown name. */
export function countedMetrics(catalogue: Catalogue, ids: string[]): Metric[] {
  const found = new Map<string, Metric>()
  const add = (id: string): void => {
    const metric = catalogue.metrics.get(id)
    if (!metric)
      throw invalid(
        `There is no metric “${id}”. The catalogue has ${[...catalogue.metrics.keys()].join(', ')}.`,
      )
    if ('counted' in metric) found.set(id, metric)
    else for (const part of partsOf(metric.ratio)) add(part)
  }
  ids.forEach(add)
  return [...found.values()]
}

/** Group the counted metrics into as few statements as their facts and day columns allow. */
export function compile(
  catalogue: Catalogue,
  metrics: Metric[],
  query: Pick<Query, 'by' | 'grain'> & Selection,
): Statement[] {
  const groups = new Map<string, Metric[]>()
  for (const metric of metrics) {
    const { fact, day } = (metric as { counted: Counted }).counted
    groups.set(`${fact}/${day}`, [...(groups.get(`${fact}/${day}`) ?? []), metric])
  }
  return [...groups.values()].map((group) => statement(catalogue, group, query))
}

function statement(
  catalogue: Catalogue,
  group: Metric[],
  query: Pick<Query, 'by' | 'grain'> & Selection,
): Statement {
  const counted = group.map((metric) => (metric as { counted: Counted }).counted)
  const fact = catalogue.facts.get(counted[0]!.fact)!
  const day = counted[0]!.day
  const params: DuckDBValue[] = []
  const dimensions = query.by.map((name, at) => `${dimensionOf(fact, name)} as d${at}`)
  const bucket = query.grain ? ['c.calendar_period as period', 'min(c.calendar_from) as period_from'] : []
  const measures = group.flatMap((metric, at) => measureSql(counted[at]!, at, metric.unit === 'money'))
  const where = [...conditions(fact, query, day, params), anyOf(counted)]
  const keys = [...query.by.map((_, at) => `d${at}`), ...(query.grain ? ['period'] : [])]
  const join = query.grain ? ` join ${calendarOf(query.grain)} c on c.calendar_day = ${day}` : ''
  return {
    ...leftOutOf(fact, query, day),
    sql: `select ${[...dimensions, ...bucket, ...measures].join(', ')} from ${fact.table}${join}
      where ${where.join(' and ')}${keys.length > 0 ? ` group by ${keys.join(', ')}` : ''}`,
    params,
    metrics: group.map((metric) => metric.id),
  }
}

/** Asks for sentences about the rows of a selection that no figure counts. */
function leftOutOf(fact: Fact, query: Selection, day: string): { leftOut?: Asked } {
  if (!fact.leftOut) return {}
  const { filter, by, words } = fact.leftOut
  const params: DuckDBValue[] = []
  const where = [...conditions(fact, query, day, params), `(${filter})`].join(' and ')
  const sql = `select ${words} as words from ${fact.table} where ${where} group by ${by} order by 1 limit 10`
  return { leftOut: { sql, params } }
}

/** Only what is needed, under names of its own: facts have columns called day and week, too. */
const calendarOf = (grain: NonNullable<Query['grain']>): string =>
  `(select on_day as calendar_day, ${grain} as calendar_period, ${grain}_from as calendar_from from mart.calendar)`

function measureSql({ measure, filter, currency }: Counted, at: number, isMoney: boolean): string[] {
  const only = filter ? ` filter (where ${filter})` : ''
  if (!isMoney) return [`${measure}${only} as m${at}`]
  return [
    `(${measure}${only})::varchar as m${at}`,
    `min(${currency})${only} as m${at}_currency`,
    `count(distinct ${currency})${only} as m${at}_currencies`,
  ]
}

/** Rows that no measure counts need not be grouped. */
const anyOf = (counted: Counted[]): string =>
  counted.some((one) => !one.filter) ? 'true' : `(${counted.map((one) => `(${one.filter})`).join(' or ')})`

export function dimensionOf(fact: Fact, name: string): string {
  const sql = Object.hasOwn(fact.dimensions, name) ? fact.dimensions[name] : undefined
  if (!sql)
    throw invalid(
      `${fact.name.replaceAll('_', ' ')} figures have no dimension “${name}”. They have ${Object.keys(fact.dimensions).join(', ')}.`,
    )
  return sql
}

/** Conditions of a selection on a fact; values travel as parameters. */
export function conditions(
  fact: Fact,
  { from, to, where }: Selection,
  day: string,
  params: DuckDBValue[],
): string[] {
  const bind = (value: DuckDBValue): string => `$${params.push(value)}`
  return [
    ...(from ? [`${day} >= ${bind(from)}::date`] : []),
    ...(to ? [`${day} <= ${bind(to)}::date`] : []),
    ...where.map((filter) => filterSql(dimensionOf(fact, filter.dimension), filter, bind)),
  ]
}

/** Text is compared without regard to capitals: `channel=email` means Email. */
function filterSql(sql: string, { is, values }: Filter, bind: (value: DuckDBValue) => string): string {
  const filled = values.filter((value) => value !== null)
  if (is === 'contains')
    return `(${filled.map((value) => `contains(lower(${sql}::varchar), lower(${bind(value)}))`).join(' or ') || 'true'})`
  const isIn = [
    ...(filled.length > 0
      ? [`lower(${sql}::varchar) in (${filled.map((value) => `lower(${bind(value)})`).join(', ')})`]
      : []),
    ...(values.includes(null) ? [`${sql} is null`] : []),
  ].join(' or ')
  return is === 'in' ? `(${isIn})` : `(${isIn}) is not true`
}
