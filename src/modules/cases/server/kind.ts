import { holding } from '../../../kernel/db/like.ts'
import type { Kind } from '../../trace/server/index.ts'

/** A case is of an initiative: a goal of the strategy, or a campaign. */
export const caseKind: Kind = {
  ...{ kind: 'case', title: 'Case', under: ['goal', 'campaign'] },
  ...{ read: 'cases:read', manage: 'cases:write' },
  staysOutOfFeed: true,
  path: (id) => `/cases/${id}`,
  async named(db, ids) {
    const rows = await db.selectFrom('cases_records').select(['id', 'name']).where('id', 'in', ids).execute()
    return new Map(rows.map(({ id, name }) => [id, { name }]))
  },
  find: (db, words) =>
    db
      .selectFrom('cases_records')
      .select(['id', 'name'])
      .where('name', 'ilike', holding(words))
      .where('removed_at', 'is', null)
      .orderBy('name')
      .limit(50)
      .execute(),
}
