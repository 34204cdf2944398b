import type { Database, Reader } from '../../../kernel/db/database.ts'
import { holding } from '../../../kernel/db/like.ts'
import type { Kind } from '../../trace/server/index.ts'

const all = (db: Reader | Database) => db.selectFrom('launches_records').select(['id', 'name', 'launch_on'])

/** Launches as the trace shows them: each under the goal it serves. */
export const launchKind: Kind = {
  kind: 'launch',
  title: 'Launch',
  under: ['goal'],
  read: 'campaigns:read',
  manage: 'campaigns:manage',
  path: (id) => `/launches/${id}`,
  staysOutOfFeed: true,
  async named(db, ids) {
    if (ids.length === 0) return new Map()
    const rows = await all(db).where('id', 'in', ids).execute()
    return new Map(rows.map((row) => [row.id, { name: row.name, note: `launches ${row.launch_on}` }]))
  },
  find: async (db, words) =>
    all(db).where('name', 'ilike', holding(words)).orderBy('name').limit(50).execute(),
}
