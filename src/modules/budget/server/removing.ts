import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict } from '../../../kernel/errors.ts'
import { budget } from '../contract.ts'
import { isHeadcount, whyNotRemove, whyNotRestore } from '../rules.ts'
import { amounts, booksOf, judged, requireLine, requireYear } from './books.ts'

export const removeLine = (ctx: Ctx, { id }: In<typeof budget.removeLine>) => setRemoved(ctx, id, true)
export const restoreLine = (ctx: Ctx, { id }: In<typeof budget.restoreLine>) => setRemoved(ctx, id, false)

async function setRemoved(ctx: Ctx, id: string, isRemoved: boolean) {
  const row = await requireLine(ctx, id)
  const year = await requireYear(ctx, row.year_id)
  const asked = await ctx.db
    .selectFrom('budget_requests')
    .select('id')
    .where('line_id', '=', id)
    .executeTakeFirst()
  const books = await booksOf(ctx, { line: id })
  const weighing = books.orders.length + books.invoices.length + books.commitments.length
  const used = Boolean(asked) || row.moved !== 0 || weighing > 0
  const about = { ...judged(row), moved: row.moved, plan: amounts(row.plan) }

  const objection = isRemoved ? whyNotRemove(about, year, used) : whyNotRestore(about, year)
  if (objection) throw conflict(objection)

  await ctx.update('budget_lines', id, { removed_at: isRemoved ? ctx.now : null, version: row.version + 1 })
  const { headcountChanged, lineRemoved, lineRestored } = budget.events
  const event = isHeadcount(row) ? headcountChanged : isRemoved ? lineRemoved : lineRestored
  await ctx.record(event, id, { what: row.name })

  return {}
}
