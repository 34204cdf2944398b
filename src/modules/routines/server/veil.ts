import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import { hiddenBoards } from '../../work/server/index.ts'

/** Templates of boards that the asker may not see, and the routines that run on them. */
export async function unseenRoutines(ctx: Ctx): Promise<string[]> {
  const boards = await hiddenBoards(ctx)
  if (boards.length === 0) return []
  const rows = await ctx.db
    .selectFrom('routines_templates as template')
    .leftJoin('routines_routines as routine', 'routine.template_id', 'template.id')
    .select(['template.id', 'routine.id as routine'])
    .where('template.board_id', '=', sql<string>`any(${boards})`)
    .execute()
  return rows.flatMap((row) => (row.routine ? [row.id, row.routine] : [row.id]))
}
