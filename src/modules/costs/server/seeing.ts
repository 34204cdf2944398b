import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { forbidden } from '../../../kernel/errors.ts'
import { costs } from '../contract.ts'
import { isPeople } from '../rules.ts'

/** May the asker read this cost? What people cost is for those with the right for it. */
export const maySee = (ctx: Ctx, cost: { kind: string }): boolean =>
  !isPeople(cost) || holds(ctx.actor, costs.people.access)

/** Rows of the ledger that anybody who reads costs may see. */
export const besidesPeople = "kind <> 'people'"

/** The condition on rows of the ledger that keeps those the asker may see. */
export const seenBy = (ctx: Ctx): string => (maySee(ctx, { kind: 'people' }) ? 'true' : besidesPeople)

/** Whoever may not read what people cost does not write it either. */
export function requireMay(ctx: Ctx, cost: { kind: string }): void {
  if (!maySee(ctx, cost))
    throw forbidden(
      `You need the permission “${costs.people.access}” to write what people cost. Choose another kind, or ask whoever keeps these costs.`,
    )
}
