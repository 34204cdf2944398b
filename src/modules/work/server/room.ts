import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict } from '../../../kernel/errors.ts'
import { isOver, managesBoard } from '../rules.ts'
import { requireBoard } from './boards.ts'
import { othersIn } from './moving.ts'
import type { ItemRow, StageRow } from './tables.ts'

/** Two who move at once never exceed a limit: who comes second finds the stage full. */
export async function requireRoom(
  ctx: Ctx,
  arriving: readonly ItemRow[],
  to: StageRow,
  reason: string,
): Promise<void> {
  if (to.most === null) return
  const others = await othersIn(
    ctx,
    to.id,
    arriving.map((row) => row.id),
  )
  if (!isOver(to.most, others, arriving.length)) return
  const { owner_id: ownerId } = await requireBoard(ctx, to.board_id)
  if (reason && managesBoard({ ownerId }, ctx.actor)) return
  throw conflict(
    `${to.name} takes ${to.most} items at once and holds ${others}. Finish one first; who manages the board may pass over the limit with a reason.`,
  )
}
