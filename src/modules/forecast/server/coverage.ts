import { warehouse } from '../../../engine/port.ts'
import { catalogue } from '../../../engine/query/catalogue.ts'
import { run } from '../../../engine/query/run.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { dayIn, type Period } from '../../../methods/fiscal.ts'
import { freshen, organisation } from '../../imports/server/index.ts'
import type { forecast } from '../contract.ts'
import type { Coverage } from '../routes/coverage.ts'
import {
  covered,
  currencyAsked,
  mainCurrency,
  quartersOf,
  spanLabel,
  whyNotCover,
  whyNotTargeted,
  whyNotValued,
} from '../rules.ts'
import { amountOf, amountsByCurrency, othersWords, requireMetric } from './currency.ts'
import { newestDay, type Seen } from './landing-rows.ts'
import { narrowed } from './landing-standing.ts'
import { targetsIn } from './targets.ts'

/** Open pipeline against the target of the quarters asked for, seen from the newest day of the data. */
export async function coverage(ctx: Ctx, asked: In<typeof forecast.coverage>): Promise<Coverage> {
  await freshen(ctx)
  const here = await organisation(ctx.db)
  const today = dayIn(here.zone, ctx.now)
  const on = (await newestDay(ctx, today)) ?? today
  const { where } = asked
  const { currency, notices } = await currencyOf(ctx, { on, where }, here.currency)
  const seen = { on, currency, where, zone: here.zone }

  const quarters = quartersOf(asked, on, here.calendar)
  const targets = await targetsIn(ctx, currency)
  const set = quarters.flatMap((one) => targets.get(one.startsOn) ?? [])
  const unset = quarters.filter((one) => !targets.has(one.startsOn))
  const { open, openCount, won, notes } = await sumsOf(ctx, seen, quarters, here.currency)

  const target =
    quarters.length > 0 && unset.length === 0 ? set.reduce((sum, one) => sum + one.amount, 0) : null
  const objection = whyNotCover({ quarters, on, where })
  const reason = objection ?? whyNotTargeted(unset) ?? whyNotValued(open, openCount)
  const isKnown = reason === null && open !== null && target !== null
  const [first] = objection ? [] : unset
  return {
    on,
    label: spanLabel(quarters),
    currency,
    open,
    openCount,
    target,
    setBy: [...new Set(set.map((one) => one.setBy))],
    won,
    ...(isKnown ? covered(open, target, won) : { coverage: null, ofRest: null }),
    reason,
    lacking: first ? { label: first.label, from: first.startsOn } : null,
    notes: [...notes, ...notices],
  }
}

/** The one currency that is asked for, else the main one of the open pipeline, or of what was won where nothing is open. */
async function currencyOf(ctx: Ctx, { on, where }: Pick<Seen, 'on' | 'where'>, own: string) {
  const [open, won] = await Promise.all([
    amountsByCurrency(ctx, requireMetric(ctx, 'pipeline_value'), { where }, own),
    amountsByCurrency(ctx, requireMetric(ctx, 'won_value'), { to: on, where }, own),
  ])
  const currency = currencyAsked(where) ?? mainCurrency(open.size > 0 ? open : won, own)
  const others = [...new Set([...open.keys(), ...won.keys()])].filter((one) => one !== currency)
  return { currency, notices: othersWords(currency, others) }
}

/** What is open now, whenever it was opened, and what was won in the quarters. */
async function sumsOf(ctx: Ctx, seen: Seen, quarters: Period[], currency: string) {
  const where = narrowed(seen)
  const ask = (metrics: string[], days: object) =>
    run(ctx.use(warehouse), ctx.use(catalogue), { metrics, where, by: [], limit: 1, ...days }, currency)
  const days = { from: quarters[0]?.startsOn, to: quarters.at(-1)?.endsOn }
  const [now, within] = await Promise.all([
    ask(['pipeline_value', 'open_opportunities'], {}),
    ask(['won_value'], days),
  ])
  return {
    open: amountOf(now.rows[0]?.pipeline_value),
    openCount: amountOf(now.rows[0]?.open_opportunities) ?? 0,
    won: amountOf(within.rows[0]?.won_value) ?? 0,
    notes: [...new Set([...now.notes, ...within.notes])],
  }
}
