import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Badge } from '../../work/contract.ts'
import { visibleItems } from '../../work/server/index.ts'
import { kindNames, scorer, weighedBy } from '../rules.ts'
import { inputsOf } from './inputs.ts'
import { modelFor } from './models.ts'
import { numbersIn, withEstimate } from './scoring.ts'

export const scoreWords = (score: number): string =>
  score.toLocaleString('en', { maximumSignificantDigits: 4 })

/** The score on a card, where something was said of the item and a score comes of it. */
export async function marks(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Badge[]>> {
  const said = await inputsOf(ctx, ids)
  const all = new Map<string, Badge[]>()
  if (said.size === 0) return all
  const rows = await (await visibleItems(ctx))
    .select(['id', 'board_id', 'estimate_minutes', 'changed_at'])
    .where('id', '=', sql<string>`any(${[...said.keys()]})`)
    .execute()
  for (const boardId of new Set(rows.map((row) => row.board_id))) {
    const { definition } = await modelFor(ctx, boardId)
    const scoreOf = scorer(definition)
    for (const row of rows.filter((one) => one.board_id === boardId)) {
      const { id } = row
      const given = said.get(id)!
      if (!weighedBy(definition).some((name) => given.has(name))) continue
      const { value } = scoreOf(numbersIn(withEstimate(row, given)))
      if (value === null) continue
      const words = `${kindNames[definition.kind]} ${scoreWords(value)}`
      all.set(id, [
        { name: 'score', words, tone: 'neutral', path: `/priorities?board=${boardId}&item=${id}` },
      ])
    }
  }
  return all
}
