import type { Ctx } from '../../../kernel/ctx.ts'
import { announce } from '../../share/server/index.ts'
import type { Earliest, Price } from '../things.ts'
import { earliestFor } from './pace.ts'
import type { TypeRow } from './tables.ts'

const unestimated: Price = {
  ...{ points: null, before: null, after: null, hours: null },
  words: 'Its price is not known: nobody has estimated it.',
  restsOn: 'nothing yet.',
}

/** The day and the price that are told at once: as long as such work usually takes, served by nothing, on top of all else. */
export async function promising(
  ctx: Ctx,
  type: TypeRow,
  wishedOn: string | null,
): Promise<[Earliest, Price]> {
  const minutes = type.usual_minutes
  const earliest = await earliestFor(ctx, { boardId: type.board_id, minutes, wishedOn })
  if (minutes === null) return [earliest, unestimated]
  const price = await announce(ctx, {
    ...{ minutes, typeId: type.item_type_id ?? 'wty_task', assigneeIds: [] },
    // The day that is proposed when somebody accepts it: one price from the guest to the meter.
    dueOn: earliest.p85,
    ...{ serves: null, givesWay: null },
  })
  return [earliest, price]
}
