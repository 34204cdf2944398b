import type { z } from 'zod'
import type { Series } from '../../../ui/chart/shape.ts'
import { being, type Condition } from '../../../ui/where/where.ts'
import type { AnswerRow, MetricShown } from '../contract.ts'
import { amountOf } from './values.ts'

type Row = z.infer<typeof AnswerRow>
export type Grain = 'day' | 'week' | 'month' | 'quarter' | 'year'
export type Asking = {
  metrics: string[]
  by: string[]
  grain?: Grain
  from?: string
  to?: string
  where: Condition[]
}
export type Drawn = { kind: 'line' | 'bar'; categories: string[]; series: Series[] }

const mostGroups = 6
const mostBars = 25
const labelOf = (row: Row, by: string[]): string =>
  by.map((name) => (row[name] === null || row[name] === undefined ? 'blank' : String(row[name]))).join(' · ')

/**
 * What a chart can show of an answer: over time one line for each metric of the first one's unit, or for each of the
 * largest groups; without time one bar for each group.
 */
export function drawn(
  rows: Row[],
  asked: Asking,
  shown: MetricShown[],
  periods: string[] | null = null,
): Drawn {
  const [first] = shown
  if (!first) return { kind: 'bar', categories: [], series: [] }
  const alike = shown.filter((one) => one.unit === first.unit)
  if (!asked.grain) {
    const bars = asked.by.length > 0 ? rows.slice(0, mostBars) : rows
    const categories = asked.by.length > 0 ? bars.map((row) => labelOf(row, asked.by)) : ['All']
    return { kind: 'bar', categories, series: alike.map((one) => seriesOf(one.title, bars, one.id)) }
  }
  const grain = asked.grain
  const categories = periods ?? [...new Set(rows.map((row) => String(row[grain])))]
  const lineOf = (name: string, own: Row[], one: MetricShown): Series => {
    const byPeriod = new Map(own.map((row) => [String(row[grain]), row]))
    const values = categories.map((category) => {
      const row = byPeriod.get(category)
      return row ? amountOf(row[one.id]) : one.additive ? 0 : null
    })
    return { name, values }
  }
  if (asked.by.length === 0)
    return { kind: 'line', categories, series: alike.map((one) => lineOf(one.title, rows, one)) }
  const ofGroup = (group: string) => rows.filter((row) => labelOf(row, asked.by) === group)
  const series = largest(rows, asked.by, first.id).map((group) => lineOf(group, ofGroup(group), first))
  return { kind: 'line', categories, series }
}

export const textOf = (value: Row[string] | undefined): string | null =>
  value === null || value === undefined ? null : String(value)

/** The conditions of one row: those in force, its groups, and its period. */
export const selectionOf = (row: Row, { by, grain, from, to, where }: Asking) => ({
  ...(from ? { from } : {}),
  ...(to ? { to } : {}),
  where: [...where, ...[...by, ...(grain ? [grain] : [])].map((name) => being(name, textOf(row[name])))],
})

/** What a point or bar of the chart explains to; a group that has no row in a period is explained there, too. */
export function pickedIn(
  rows: Row[],
  asked: Asking,
  shown: MetricShown[],
  picked: { category: string; series: string; index: number },
) {
  const { grain, by } = asked
  const isGroup = grain !== undefined && by.length > 0
  const metric = isGroup ? shown[0] : shown.find((one) => one.title === picked.series)
  const row = isGroup
    ? rows.find((one) => labelOf(one, by) === picked.series)
    : rows[grain ? 0 : picked.index]
  if (!metric || !row) return null
  const own = grain ? { ...row, [grain]: picked.category } : row
  return { metric: metric.id, ...selectionOf(own, asked) }
}

const seriesOf = (name: string, rows: Row[], id: string): Series => ({
  name,
  values: rows.map((row) => amountOf(row[id])),
})

function largest(rows: Row[], by: string[], id: string): string[] {
  const sums = new Map<string, number>()
  for (const row of rows) {
    const label = labelOf(row, by)
    sums.set(label, (sums.get(label) ?? 0) + Math.abs(amountOf(row[id]) ?? 0))
  }
  const sorted = [...sums].sort(([, a], [, b]) => b - a)
  return sorted.slice(0, mostGroups).map(([label]) => label)
}

const inText = ({ dimension, values }: Condition) => `${dimension}=${values[0] ?? ''}`
const quoted = (text: string) => (/^[\w,.=-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`)

/** The same question on the command line. */
export function asCommand(asked: Asking): string {
  const flags = [
    ['metrics', asked.metrics.join(',')],
    ['by', asked.by.join(',')],
    ['grain', asked.grain ?? ''],
    ['from', asked.from ?? ''],
    ['to', asked.to ?? ''],
    ...asked.where.map((one) => ['where', inText(one)]),
  ] as [string, string][]
  const given = flags.filter(([, value]) => value !== '').map(([name, value]) => `--${name} ${quoted(value)}`)
  return ['fullscore metrics query', ...given].join(' ')
}

/** The same question to the API; the key is one's own. */
export const asCall = (origin: string, url: string): string =>
  `curl -H "Authorization: Bearer $FULLSCORE_KEY" ${quoted(`${origin}${url}`)}`
