import { warehouse } from '../../../engine/port.ts'
import { catalogue } from '../../../engine/query/catalogue.ts'
import { run } from '../../../engine/query/run.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { farthest, type SegmentMove } from '../rules.ts'
import { amountOf } from './currency.ts'
import type { Series } from './series.ts'

const usual = ['channel', 'origin', 'platform', 'owner']
const weeksBefore = 4

/** Which segment moved most in the newest week, against the mean of the four weeks before. */
export async function segmentBehind(
  ctx: Ctx,
  series: Series,
  direction: number,
): Promise<SegmentMove | null> {
  const { metric, periods, currency, here } = series
  const known = ctx.use(catalogue)
  const by = usual.find((name) => known.dimensionsOf(metric).includes(name))
  const week = periods.at(-1)
  const first = periods.at(-1 - weeksBefore)
  const before = periods.at(-2)
  if (!by || !week || !first || !before) return null
  const where =
    currency === null || series.otherCurrencies.length === 0
      ? []
      : [{ dimension: 'currency', is: 'in' as const, values: [currency] }]
  const ask = async (days: { from: string; to: string }, weeks: number) => {
    const asked = { ...days, where, metrics: [metric.id], by: [by], limit: 10_000 }
    const { rows } = await run(ctx.use(warehouse), known, asked, here.currency)
    return new Map(
      rows.map((row) => [
        row[by] === null ? null : String(row[by]),
        (amountOf(row[metric.id] ?? null) ?? 0) / weeks,
      ]),
    )
  }
  const [then, now] = await Promise.all([
    ask({ from: first.startsOn, to: before.endsOn }, weeksBefore),
    ask({ from: week.startsOn, to: week.endsOn }, 1),
  ])
  return farthest(by, then, now, direction)
}
