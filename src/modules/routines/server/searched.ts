import type { Searched } from '../../search/server/index.ts'
import { visibleBoards } from '../../work/server/index.ts'

export const searchedRoutines: Searched = {
  kind: 'Routine',
  async find(ctx, pattern) {
    const seen = (await visibleBoards(ctx)).map((one) => one.id)
    if (seen.length === 0) return []
    const rows = await ctx.db
      .selectFrom('routines_routines as routine')
      .innerJoin('routines_templates as template', 'template.id', 'routine.template_id')
      .select(['routine.id', 'routine.name', 'routine.stopped_at'])
      .where('routine.name', 'ilike', pattern)
      .where('template.board_id', 'in', seen)
      .orderBy('routine.name')
      .limit(6)
      .execute()
    return rows.map(({ id, name, stopped_at: at }) => ({
      ...{ id, title: name, path: `/routines/${id}`, hint: at ? 'stopped' : null },
    }))
  },
}
