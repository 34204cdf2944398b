import type { Ctx } from '../../../kernel/ctx.ts'
import { type Found, most, type Searched } from '../../search/server/index.ts'
import { current } from './records.ts'
import { attached, holdersSeen } from './registry.ts'

/** How many are looked at until enough are found that the asker may read. */
const looked = 200

/** Files by their names, on records that the asker may read. */
export const searchedFiles: Searched = {
  kind: 'File',
  async find(ctx, pattern) {
    const found: (Found & { at: Date })[] = []
    for (const kind of ctx.use(attached).all()) found.push(...(await ofKind(ctx, kind.kind, pattern)))
    return found.sort((a, b) => b.at.getTime() - a.at.getTime()).map(({ at: _, ...one }) => one)
  },
}

async function ofKind(ctx: Ctx, name: string, pattern: string): Promise<(Found & { at: Date })[]> {
  const kind = ctx.use(attached).get(name)
  if (!kind || !mayFind(ctx, [kind.read, kind.guest?.permission])) return []
  const rows = await current(ctx)
    .where('file.kind', '=', name)
    .where('file.removed_at', 'is', null)
    .where('now.name', 'ilike', pattern)
    .orderBy('now.at', 'desc')
    .limit(looked)
    .execute()
  const ids = [...new Set(rows.map((row) => row.record_id))]
  const holders = await holdersSeen(ctx, kind, ids)
  const seen = rows.flatMap((row) => {
    const holder = holders.get(row.record_id)
    if (!holder || (holder.isGuest && !row.is_for_guests)) return []
    const path = `${holder.path}${holder.path.includes('?') ? '&' : '?'}file=${row.id}`
    return [{ id: row.id, title: row.name, hint: holder.name, path, at: row.at }]
  })
  return seen.slice(0, most)
}

const mayFind = ({ actor }: Ctx, needed: (string | undefined)[]): boolean =>
  needed.some((one) => one !== undefined && (actor.permissions === 'all' || actor.permissions.has(one)))
