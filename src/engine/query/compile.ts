import type { DuckDBValue } from '@duckdb/node-api'
import { forbidden, invalid } from '../../kernel/errors.ts'
import { type Grain, grains } from '../../methods/fiscal.ts'
import {
  type Catalogue,
  type Counted,
  type Fact,
  type Metric,
  partsOf,
  whyNotDimension,
} from './catalogue.ts'
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
  return byFactAndDay(metrics).map((group) => statement(catalogue, group, query))
}

/** Counted metrics that one statement can count: of one fact, placed in time by one column. */
export function byFactAndDay(metrics: Metric[]): Metric[][] {
  const groups = new Map<string, Metric[]>()
  for (const metric of metrics) {
    const { fact, day } = (metric as { counted: Counted }).counted
    groups.set(`${fact}/${day}`, [...(groups.get(`${fact}/${day}`) ?? []), metric])
  }
  return [...groups.values()]
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
  // A sum over rows none of which says the number is not 0.
  const rows = measure.startsWith('sum(') ? [`count(*)${only} as m${at}_rows`] : []
  if (!isMoney) return [`${measure}${only} as m${at}`, ...rows]
  return [
    ...rows,
    `(${measure}${only})::varchar as m${at}`,
    `min(${currency})${only} as m${at}_currency`,
    `count(distinct ${currency})${only} as m${at}_currencies`,
  ]
}

/** Rows that no measure counts need not be grouped. */
export const anyOf = (counted: Counted[]): string =>
  counted.some((one) => !one.filter) ? 'true' : `(${counted.map((one) => `(${one.filter})`).join(' or ')})`

/** The SQL of a dimension; throws where there is none, or where it is kept from the asker. */
export function dimensionOf(fact: Fact, name: string): string {
  const objection = whyNotDimension(fact, name)
  if (objection) throw forbidden(objection)
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
    ...where.map((filter) => conditionSql(fact, filter, day, bind)),
  ]
}

/** A condition on a dimension, or on the period a row lies in: `month=2018-03`, as answers by month name it. */
function conditionSql(fact: Fact, filter: Filter, day: string, bind: (value: DuckDBValue) => string): string {
  const { dimension } = filter
  const isPeriod = !fact.dimensions[dimension] && grains.includes(dimension as Grain)
  if (!isPeriod) return filterSql(dimensionOf(fact, dimension), filter, bind)
  return `${day} in (select c.on_day from mart.calendar c where ${filterSql(`c.${dimension}`, filter, bind)})`
}

/** Text is compared without regard to capitals, unless exactly: `channel=email` means Email. */
function filterSql(sql: string, { is, values }: Filter, bind: (value: DuckDBValue) => string): string {
  const filled = values.filter((value) => value !== null)
  if (is === 'contains')
    return `(${filled.map((value) => `contains(lower(${sql}::varchar), lower(${bind(value)}))`).join(' or ') || 'true'})`
  const plain = (text: string) => (is === 'exactly' ? text : `lower(${text})`)
  const isIn = [
    ...(filled.length > 0
      ? [`${plain(`${sql}::varchar`)} in (${filled.map((value) => plain(bind(value))).join(', ')})`]
      : []),
    ...(values.includes(null) ? [`${sql} is null`] : []),
  ].join(' or ')
  return is === 'not_in' ? `(${isIn}) is not true` : `(${isIn})`
}
