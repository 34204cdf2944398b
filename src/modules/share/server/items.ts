import type { Ctx } from '../../../kernel/ctx.ts'
import { unlinked } from '../../../methods/vision-share.ts'
import { dutyNames } from '../../availability/rules.ts'
import { toldRows, visibleBoards } from '../../work/server/index.ts'
import type { Worked } from '../rules.ts'

export type Told = {
  id: string
  name: string
  type: string
  labels: string[]
  askedBy: string
  said: string | null
  isHidden: boolean
}

export const idsOf = (work: readonly Worked[]): string[] => work.flatMap((one) => one.itemId ?? [])

/** What is told of items by their ids: those on boards the asker may not see have no name and nobody who asked. */
export async function toldItems(ctx: Ctx, asked: readonly string[]): Promise<Map<string, Told>> {
  const ids = [...new Set(asked)]
  const rows = await toldRows(ctx, ids)
  const seen = new Set((await visibleBoards(ctx)).map((one) => one.id))
  return new Map(
    rows.map((row) => {
      const isHidden = !seen.has(row.board_id)
      const told = isHidden
        ? {
            name: 'An item you do not see',
            type: 'Not to be seen',
            labels: [],
            askedBy: 'Not to be seen',
            said: null,
          }
        : {
            name: `W-${row.number} ${row.title}`,
            type: row.type,
            labels: row.labels,
            askedBy: row.made_by,
            said: row.not_vision,
          }
      return [row.id, { id: row.id, isHidden, ...told }]
    }),
  )
}

export const dutyOf = (one: Worked): string => (one.duty ? dutyNames[one.duty] : unlinked)
