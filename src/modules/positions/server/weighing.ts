import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { whyNotFit } from '../../budget/rules.ts'
import { converted, judged, requireAccount, today } from '../../budget/server/index.ts'
import type { positions } from '../contract.ts'
import { costInYear, daysByMonth, spreadByDay, whyNotAsk, whyNotDraw } from '../rules.ts'
import { costsOf, requirePosition, termsOf } from './records.ts'
import type { PositionRow } from './tables.ts'

/** What a position takes of a headcount line in its year, in the line’s currency at the rates of today. */
export async function requireWeight(ctx: Ctx, row: PositionRow, lineId: string) {
  const account = await requireAccount(ctx, lineId)
  const { line } = account
  const year = { label: account.year.label, months: account.year.months, endsOn: account.year.ends_on }
  const cost = (await costsOf(ctx, [row.id]))?.get(row.id) ?? null
  const span = { from: row.starts_on, to: row.ends_on ?? year.endsOn }
  const days = daysByMonth(year, span)
  const yearly = cost ? cost.salary_minor + cost.on_cost_minor : 0
  const said = costInYear(yearly, row.fte_percent, days, year)
  const minor = cost ? await converted(ctx, said, cost.currency, line.currency, await today(ctx)) : 0
  const whyNot =
    whyNotAsk(row, cost, year, termsOf(row)) ??
    whyNotDraw(judged(line), account.year) ??
    (await whyNotTwice(ctx, row, account.year.id, year.label))
  const within = { from: later(span.from, year.months[0]!), to: earlier(span.to, year.endsOn) }
  return { account, minor, months: spreadByDay(minor, days), days, span: within, whyNot }
}

const later = (a: string, b: string): string => (a > b ? a : b)
const earlier = (a: string, b: string): string => (a < b ? a : b)

async function whyNotTwice(
  ctx: Ctx,
  row: PositionRow,
  yearId: string,
  label: string,
): Promise<string | null> {
  const live = await ctx.db
    .selectFrom('positions_askings')
    .select('id')
    .where('position_id', '=', row.id)
    .where('year_id', '=', yearId)
    .where('state', 'in', ['waiting', 'approved'])
    .executeTakeFirst()
  return live ? `The budget of “${row.title}” in ${label} was asked for already.` : null
}

export async function weigh(ctx: Ctx, { id, lineId }: In<typeof positions.weigh>) {
  const row = await requirePosition(ctx, id)
  const { account, minor, months, whyNot } = await requireWeight(ctx, row, lineId)
  const { line, year, standing } = account
  return {
    ...{ minor, currency: line.currency, months, monthsOn: year.months, available: standing.available },
    whyNot: whyNot ?? whyNotFit(line, standing.available, minor),
  }
}
