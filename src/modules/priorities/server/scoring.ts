import type { Ctx } from '../../../kernel/ctx.ts'
import type { Scored } from '../../../methods/priority/index.ts'
import { type ItemRow, stagesOf, visibleItems } from '../../work/server/index.ts'
import type { Model, RankedLine } from '../contract.ts'
import { duration, scorer } from '../rules.ts'
import { inputsOf } from './inputs.ts'

const dayMinutes = 480

export type Scoring = {
  row: ItemRow
  inputs: RankedLine['inputs']
  numbers: Record<string, number | null>
  score: Scored
}

/** The open items of a board in its own order: stages from the left, within one from the top. */
async function openItems(ctx: Ctx, boardId: string): Promise<ItemRow[]> {
  const places = new Map((await stagesOf(ctx, [boardId])).map((one) => [one.id, one.place]))
  const rows = await (await visibleItems(ctx))
    .selectAll()
    .where('board_id', '=', boardId)
    .where('done_at', 'is', null)
    .orderBy('rank')
    .execute()
  // What stands further to the right is done sooner.
  return rows.sort((a, b) => (places.get(b.stage_id) ?? 0) - (places.get(a.stage_id) ?? 0))
}

/** What was said of an item; its estimate stands for the duration where nobody gave one. */
export function withEstimate(
  row: Pick<ItemRow, 'estimate_minutes' | 'changed_at'>,
  said: ReadonlyMap<string, RankedLine['inputs'][string]> | undefined,
): RankedLine['inputs'] {
  const inputs = Object.fromEntries(said ?? [])
  if (!inputs[duration] && row.estimate_minutes !== null)
    inputs[duration] = {
      ...{ value: row.estimate_minutes / dayMinutes, by: 'its estimate' },
      at: row.changed_at.toISOString(),
    }
  return inputs
}

export const numbersIn = (inputs: RankedLine['inputs']): Record<string, number> =>
  Object.fromEntries(Object.entries(inputs).map(([name, { value }]) => [name, value]))

export async function scoredItems(ctx: Ctx, boardId: string, { definition }: Model): Promise<Scoring[]> {
  const rows = await openItems(ctx, boardId)
  const said = await inputsOf(
    ctx,
    rows.map((row) => row.id),
  )
  const scoreOf = scorer(definition)
  return rows.map((row) => {
    const inputs = withEstimate(row, said.get(row.id))
    const numbers = numbersIn(inputs)
    return { row, inputs, numbers, score: scoreOf(numbers) }
  })
}
