import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { notify } from '../../activity/server/index.ts'
import type { Need } from '../../identity/contract.ts'
import { holdersOf, knownPermissions } from '../../identity/server/index.ts'
import { toAsking } from './askings.ts'
import { seesCost } from './records.ts'
import type { AskingRow, PositionRow } from './tables.ts'

const linkTo = ({ id }: Pick<PositionRow, 'id'>): string => `/positions/${id}`

/** Those with a right who may read what people cost as well, but for whoever asks. */
async function holdersBut(ctx: Ctx, permission: string, but: string): Promise<string[]> {
  const known = knownPermissions(ctx)
  const readers = new Set(await holdersOf(ctx.db, 'budget:headcount', known))
  return (await holdersOf(ctx.db, permission, known)).filter((id) => readers.has(id) && id !== but)
}

export async function tellDeciders(ctx: Ctx, row: PositionRow, askerId: string): Promise<void> {
  const words = {
    title: `To be decided: position ${row.title}`,
    why: `${ctx.actor.name} asks for its budget.`,
  }
  for (const id of await holdersBut(ctx, 'budget:decide', askerId))
    await notify(ctx, id, { ...words, link: linkTo(row) })
}

export async function tellController(
  ctx: Ctx,
  row: PositionRow,
  askerId: string,
  why: string,
): Promise<void> {
  for (const id of await holdersBut(ctx, 'budget:control', askerId))
    await notify(ctx, id, { title: `Passed up: position ${row.title}`, why, link: linkTo(row) })
}

export const tellAsker = (
  ctx: Ctx,
  asking: AskingRow,
  row: PositionRow,
  words: { title: string; why: string },
): Promise<void> => notify(ctx, asking.asked_by_id, { ...words, link: linkTo(row) })

/** Positions that the asker can approve as they stand. */
export async function needsOfPositions(ctx: Ctx): Promise<Need[]> {
  if (!seesCost(ctx) || !holds(ctx.actor, 'budget:decide') || !ctx.actor.personId) return []
  const rows = await ctx.db
    .selectFrom('positions_askings as asking')
    .innerJoin('positions_records as position', 'position.id', 'asking.position_id')
    .selectAll('asking')
    .select('position.title')
    .where('asking.state', '=', 'waiting')
    .orderBy('asking.asked_at')
    .limit(50)
    .execute()
  const needs: Need[] = []
  for (const row of rows) {
    const { can, year } = await toAsking(ctx, row)
    if (can.approve)
      needs.push({
        title: `Decide the position ${row.title} for ${year}`,
        why: `${row.asked_by} asks for its budget.`,
        link: linkTo({ id: row.position_id }),
      })
  }
  return needs
}
