import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, missing } from '../../../kernel/errors.ts'
import type { LaunchRow, LinkRow, MoveRow } from './tables.ts'

export async function requireLaunch(ctx: Ctx, id: string): Promise<LaunchRow> {
  const row = await ctx.db.selectFrom('launches_records').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('This launch')
  return row
}

export function requireVersion(row: LaunchRow, version: number): void {
  if (row.version !== version)
    throw conflict(
      `Somebody changed the launch of ${row.name} since you opened it. Load it again and repeat your change.`,
    )
}

export const allRows = (ctx: Ctx): Promise<LaunchRow[]> =>
  ctx.db.selectFrom('launches_records').selectAll().orderBy('launch_on').orderBy('name').execute()

export const allLinks = (ctx: Ctx): Promise<LinkRow[]> =>
  ctx.db.selectFrom('launches_campaigns').selectAll().orderBy('linked_at').execute()

export const linksOf = (ctx: Ctx, launchId: string): Promise<LinkRow[]> =>
  ctx.db
    .selectFrom('launches_campaigns')
    .selectAll()
    .where('launch_id', '=', launchId)
    .orderBy('linked_at')
    .execute()

export const movesOf = (ctx: Ctx, launchId: string): Promise<MoveRow[]> =>
  ctx.db
    .selectFrom('launches_moves')
    .selectAll()
    .where('launch_id', '=', launchId)
    .orderBy('moved_at', 'desc')
    .orderBy('version', 'desc')
    .execute()
