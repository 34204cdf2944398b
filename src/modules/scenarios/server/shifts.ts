import { warehouse } from '../../../engine/port.ts'
import { catalogue } from '../../../engine/query/catalogue.ts'
import { amountOf } from '../../../engine/query/ratio.ts'
import { run } from '../../../engine/query/run.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays, addMonths, dayIn } from '../../../methods/fiscal.ts'
import { minorDigits } from '../../../methods/money.ts'
import { today } from '../../budget/server/index.ts'
import { foresee } from '../../forecast/server/index.ts'
import { organisation } from '../../imports/server/index.ts'
import { atRate, channelKey, type Record12, type Shift, saidOf } from '../rules.ts'
import { monthsOf, type Standing } from './reading.ts'

/** What a scenario shifts between channels within a period, against the budget as it is today. */
export function shiftsIn({ pairs, rows, today: now, year }: Standing, from: string, to: string): Shift[] {
  const unit = 10 ** minorDigits(year.currency)
  const inside = [...year.months.keys()].filter((at) => year.months[at]! >= from && year.months[at]! <= to)
  return pairs.flatMap((pair, at) => {
    if (pair.rate === null) return []
    const line = now.get(rows[at]!.line_id ?? '')
    const before = line ? monthsOf(line, year) : []
    const side = { currency: pair.currency, rate: pair.rate }
    const minor = inside.reduce((sum, month) => sum + saidOf(pair)[month]! - (before[month] ?? 0), 0)
    if (minor === 0) return []
    const amount = atRate(minor, side, year.currency) / unit
    return [{ channel: rows[at]!.channel, amount, isMedia: rows[at]!.kind === 'media' }]
  })
}

/** What each channel cost and brought of a metric in the twelve months up to today. */
export async function recordsOf(ctx: Ctx, metric: string, cost: string): Promise<Map<string, Record12>> {
  const { currency, zone } = await organisation(ctx.db)
  const to = dayIn(zone, ctx.now)
  const asked = {
    metrics: [metric, cost],
    by: ['channel'],
    from: addDays(addMonths(to, -12), 1),
    to,
    where: [],
  }
  const { rows } = await run(ctx.use(warehouse), ctx.use(catalogue), { ...asked, limit: 1000 }, currency)
  return new Map(
    rows.map((row) => [
      channelKey(String(row.channel ?? '')),
      { cost: amountOf((row[cost] ?? null) as never), outcome: amountOf((row[metric] ?? null) as never) },
    ]),
  )
}

/** What a counted metric comes to over a period: what has come, and the forecast of the months to come. */
export async function heading(ctx: Ctx, metric: string, { from, to }: { from: string; to: string }) {
  const day = await today(ctx)
  const months = Math.min(36, Math.max(1, (Date.parse(to) - Date.parse(day)) / (30 * 86_400_000) + 2))
  const told = await foresee(ctx, {
    ...{ metric, grain: 'month', horizon: Math.ceil(months), outliers: 'kept', where: [] },
  })
  if (told.refused !== null) return { value: null, says: told.refused }
  const within = (one: { from: string; to: string }) => one.from >= from && one.to <= to
  const came = told.history.filter(within).reduce((sum, one) => sum + one.value, 0)
  const ahead = told.points.filter(within).reduce((sum, one) => sum + one.point, 0)
  const running =
    told.running && within(told.running) ? (told.running.expected?.point ?? told.running.soFar) : 0
  const isTold = told.points.some((one) => one.from === told.running?.from)
  return { value: came + ahead + (isTold ? 0 : Number(running ?? 0)), says: null }
}
