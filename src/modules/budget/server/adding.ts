import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict } from '../../../kernel/errors.ts'
import { budget, type LineInput } from '../contract.ts'
import { isHeadcount, whyNotPlan } from '../rules.ts'
import { requireYear } from './books.ts'
import {
  type Names,
  named,
  ownerOf,
  people,
  requireAmounts,
  requireCurrency,
  requireHeadcount,
} from './saying.ts'
import type { LineRow, YearRow } from './tables.ts'

const empty = (): string[] => Array.from({ length: 12 }, () => '0')
export async function addLines(ctx: Ctx, { year: yearId, lines }: In<typeof budget.addLines>) {
  const year = await requireYear(ctx, yearId)
  const names = await people(ctx)
  for (const line of lines) {
    requireHeadcount(ctx, line)
    const objection = line.plan?.some((minor) => minor !== 0) ? whyNotPlan(year) : null
    if (objection) throw conflict(`“${line.name}”: ${objection}`)
  }
  for (const currency of new Set(lines.map((line) => line.currency ?? year.currency)))
    await requireCurrency(ctx, currency, year)

  const added: LineRow[] = []
  const first = await nextPosition(ctx, yearId)
  const order = [...lines.keys()].sort(
    (a, b) => Number(isHeadcount(lines[a]!)) - Number(isHeadcount(lines[b]!)),
  )
  const ids: string[] = []
  for (const [done, at] of order.entries()) {
    if (done > 0 && isHeadcount(lines[at]!) && !isHeadcount(lines[order[done - 1]!]!))
      await tell(ctx, added.splice(0))
    const row = await insertLine(ctx, year, lines[at]!, first + at, names)
    added.push(row)
    ids[at] = row.id
  }
  await tell(ctx, added)

  return { ids }
}

async function tell(ctx: Ctx, added: LineRow[]): Promise<void> {
  const first = added[0]
  if (!first) return
  const event = isHeadcount(first) ? budget.events.headcountAdded : budget.events.linesAdded
  await ctx.record(event, first.year_id, { what: named(added) })
}

async function nextPosition(ctx: Ctx, yearId: string): Promise<number> {
  const last = await ctx.db
    .selectFrom('budget_lines')
    .select((e) => e.fn.max('position').as('position'))
    .where('year_id', '=', yearId)
    .executeTakeFirst()
  return (last?.position ?? 0) + 1
}

function insertLine(
  ctx: Ctx,
  year: YearRow,
  line: LineInput,
  position: number,
  names: Names,
): Promise<LineRow> {
  const currency = line.currency ?? year.currency
  const { area, programme, campaign, name, kind, channel, note } = line
  return ctx.insert('budget_lines', {
    ...{
      id: ctx.id('bln'),
      year_id: year.id,
      area,
      programme,
      campaign,
      name,
      kind,
      channel,
      note,
      currency,
    },
    ...ownerOf(names, line.ownerId, name),
    plan: line.plan ? requireAmounts(line.plan, currency, name) : empty(),
    forecast: line.forecast ? requireAmounts(line.forecast, currency, name) : empty(),
    is_placeholder: line.isPlaceholder,
    purpose: line.purpose,
    position,
    version: 1,
    ...{ created_by: ctx.actor.name, created_at: ctx.now, changed_by: ctx.actor.name, changed_at: ctx.now },
    removed_at: null,
  })
}
