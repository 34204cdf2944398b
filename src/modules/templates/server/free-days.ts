import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, missing } from '../../../kernel/errors.ts'
import type { Day } from '../../../methods/days.ts'
import { templates } from '../contract.ts'

const most = 1000

/** Days on which nobody works, with what each is. */
export async function freeDaysOf(ctx: Ctx): Promise<Map<Day, string>> {
  const rows = await ctx.db.selectFrom('templates_free_days').selectAll().orderBy('day').execute()
  return new Map(rows.map((row) => [row.day, row.name]))
}

export async function freeDays(ctx: Ctx) {
  return { items: [...(await freeDaysOf(ctx))].map(([day, name]) => ({ day, name })) }
}

export async function addFreeDay(ctx: Ctx, { day, name }: In<typeof templates.addFreeDay>) {
  const known = await freeDaysOf(ctx)
  const before = known.get(day)
  if (before !== undefined) throw conflict(`${day} is free already: ${before}.`)
  if (known.size >= most) throw conflict(`${most} free days are kept at most. Take past ones away.`)

  await ctx.insert('templates_free_days', { day, name })
  await ctx.record(templates.events.freeDaySet, day, { day, name })

  return freeDays(ctx)
}

export async function removeFreeDay(ctx: Ctx, { day }: In<typeof templates.removeFreeDay>) {
  if (!(await ctx.delete('templates_free_days', { day }))) throw missing('This free day')
  await ctx.record(templates.events.freeDayRemoved, day, { day })

  return freeDays(ctx)
}
