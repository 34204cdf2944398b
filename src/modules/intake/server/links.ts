import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { intake } from '../contract.ts'
import { nameOf } from '../rules.ts'
import { requireTriaged } from './deciding.ts'
import { pathOf } from './passes.ts'

/** A link for whoever asked by e-mail; taking links back ends every one there is. */
export async function handOutLink(ctx: Ctx, { id, isTakenBack }: In<typeof intake.handOutLink>) {
  const row = await requireTriaged(ctx, id)
  const said = { request: nameOf(row.number) }
  if (!isTakenBack) {
    await ctx.record(intake.events.linked, row.id, said)
    return { path: await pathOf(ctx, row) }
  }
  await ctx.update('intake_requests', row.id, { passes: row.passes + 1 })
  await ctx.record(intake.events.linksTakenBack, row.id, said)
  return { path: null }
}
