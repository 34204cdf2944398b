import { sql } from 'kysely'
import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Agreed } from '../../share/server/index.ts'

/** What was accepted since a moment, for whoever wants to know why the planned share moved. */
export async function acceptedSince(ctx: Ctx, since: Date): Promise<Agreed[]> {
  const rows = await ctx.db
    .selectFrom('intake_requests as request')
    .leftJoin('intake_displacements as gone', (join) =>
      join.onRef('gone.request_id', '=', 'request.id').on('gone.state', '=', 'accepted'),
    )
    .select(['request.id', 'request.item_id', 'request.decided_at', 'request.price'])
    .select(['gone.item_id as gone_id', 'gone.due_on as gone_until'])
    .where('request.state', '=', 'accepted')
    .where('request.item_id', 'is not', null)
    .where('request.price', 'is not', null)
    .where('request.decided_at', '>=', since)
    .orderBy(sql`request.decided_at desc`)
    .limit(50)
    .execute()
  const mayRead = holds(ctx.actor, 'intake:read')
  return rows.map((row) => ({
    ...{ itemId: row.item_id!, at: row.decided_at!, words: row.price!.words, parts: row.price!.parts ?? [] },
    path: mayRead ? `/intake/${row.id}` : null,
    gaveWay: row.gone_id && row.gone_until ? { itemId: row.gone_id, until: row.gone_until } : null,
  }))
}
