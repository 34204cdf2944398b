import { warehouse } from '../../../engine/port.ts'
import {
  type Catalogue,
  type Counted,
  catalogue,
  type Metric,
  whyNotDimension,
} from '../../../engine/query/catalogue.ts'
import { run } from '../../../engine/query/run.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { forbidden, invalid } from '../../../kernel/errors.ts'
import type { Part, PartChange } from '../../../methods/decompose.ts'
import { dayIn } from '../../../methods/fiscal.ts'
import { freshen, type Organisation, organisation } from '../../imports/server/index.ts'
import { rangeToCompare } from '../../metrics/server/index.ts'
import type { forecast } from '../contract.ts'
import type { Change } from '../routes/changes.ts'
import { changeFinding, segmentKey, takenApart } from '../rules.ts'
import { amountOf, inOneCurrency, requireMetric, type Selection } from './currency.ts'

type Days = { from: string; to: string }

export async function changes(ctx: Ctx, asked: In<typeof forecast.changes>): Promise<Change> {
  await freshen(ctx)
  const metric = requireMetric(ctx, asked.metric)
  const here = await organisation(ctx.db)
  const known = ctx.use(catalogue)
  const by = requireDimension(known, metric, asked.by)
  const days = periodsOf(asked, dayIn(here.zone, ctx.now), here)
  const from = [days.compared.from, days.period.from].sort()[0]!
  const { currency, where, notices } = await inOneCurrency(
    ctx,
    metric,
    { from, where: asked.where },
    here.currency,
  )

  const basis = basisOf(known, metric)
  const ask = (within: Days) => partsOf(ctx, basis, by, { ...within, where }, here)
  const taken = takenApart(paired(await ask(days.compared), await ask(days.period)), 'ratio' in metric)

  const { id, title, unit, direction } = metric
  const shown = { title, unit, currency, by, effects: effectsOf(known, metric, basis, by) }
  const dimensions = known.dimensionsOf(metric)
  const finding = changeFinding({ ...shown, ...taken })
  return { metric: id, direction, dimensions, ...shown, ...days, ...taken, finding, notices }
}

/** The dimension asked for, else the usual one. */
function requireDimension(known: Catalogue, metric: Metric, asked: string | undefined): string {
  const dimensions = known.dimensionsOf(metric)
  const by = asked ?? (dimensions.includes('channel') ? 'channel' : (dimensions[0] ?? ''))
  if (dimensions.includes(by)) return by
  for (const fact of known.factsOf(metric)) {
    const objection = whyNotDimension(fact, by)
    if (objection) throw forbidden(objection)
  }
  throw invalid(`${metric.title} has no dimension “${by}”. It has ${dimensions.join(', ')}.`)
}

/** The period and what it is held against; days that a running period has not had yet are in neither. */
function periodsOf(
  { from, to, compare }: In<typeof forecast.changes>,
  today: string,
  here: Organisation,
): { period: Days; compared: Days } {
  if (from > to) throw invalid('The first day must not come after the last.')
  const [first, last] = compare.split('..')
  if (first && last) {
    if (first > last) throw invalid('The first day to compare with must not come after the last.')
    return { period: { from, to }, compared: { from: first, to: last } }
  }
  const compared = rangeToCompare({ compare: compare as 'previous' | 'year_ago', from, to }, today, here)
  return { period: { from, to }, compared: compared! }
}

export type Basis = { of: string; minus?: string | undefined; to: string[]; rate: Metric | null }

/**
 * What a metric is a share of: of a ratio its own parts; of a sum those of the ratio it is the top of, counted from the
 * same rows (won of won and lost); else itself, so that only volume and mix are told apart.
 */
export function basisOf(known: Catalogue, metric: Metric): Basis {
  if ('ratio' in metric) {
    const { of, minus, to } = metric.ratio
    return { of, minus, to, rate: metric }
  }
  const place = (id: string) => {
    const one = known.metrics.get(id)
    return one && 'counted' in one ? `${one.counted.fact} ${one.counted.day}` : ''
  }
  const own = `${(metric as { counted: Counted }).counted.fact} ${(metric as { counted: Counted }).counted.day}`
  const rate = [...known.metrics.values()].find(
    (one) => 'ratio' in one && one.ratio.of === metric.id && one.ratio.to.every((id) => place(id) === own),
  )
  return rate && 'ratio' in rate
    ? { of: metric.id, to: rate.ratio.to, rate }
    : { of: metric.id, to: [metric.id], rate: null }
}

async function partsOf(
  ctx: Ctx,
  { of, minus, to }: Basis,
  by: string,
  selection: Selection,
  { currency }: Organisation,
): Promise<Map<string, Part>> {
  const metrics = [...new Set([of, ...(minus ? [minus] : []), ...to])]
  const asked = { ...selection, metrics, by: [by], limit: 100_000 }
  const { rows } = await run(ctx.use(warehouse), ctx.use(catalogue), asked, currency)
  const amount = (row: (typeof rows)[number], id: string) => amountOf(row[id] ?? null) ?? 0
  return new Map(
    rows.map((row) => [
      segmentKey(row[by] === null ? null : String(row[by])),
      {
        numerator: amount(row, of) - (minus ? amount(row, minus) : 0),
        denominator: to.reduce((sum, id) => sum + amount(row, id), 0),
      },
    ]),
  )
}

function paired(before: Map<string, Part>, after: Map<string, Part>): PartChange[] {
  const segments = new Set([...before.keys(), ...after.keys()])
  return [...segments].map((segment) => ({
    segment,
    before: before.get(segment) ?? null,
    after: after.get(segment) ?? null,
  }))
}

function effectsOf(known: Catalogue, metric: Metric, { to, rate }: Basis, by: string): Change['effects'] {
  const parts = to.map((id) => known.metrics.get(id)!)
  const titles = parts.map((one) => one.title.toLowerCase()).join(' and ')
  const name = by.replaceAll('_', ' ')
  const isMoney = parts[0]?.unit === 'money'
  const words = isMoney ? `how much ${titles} there was in all` : `how many ${titles} there were in all`
  const volume = { name: 'volume' as const, words }
  const mix = { name: 'mix' as const, words: `a shift of ${titles} between values of ${name}` }
  if (rate === null) return [volume, mix]
  const own = { name: 'rate' as const, words: `its own ${rate.title.toLowerCase()}` }
  return 'ratio' in metric ? [mix, own] : [volume, mix, own]
}
