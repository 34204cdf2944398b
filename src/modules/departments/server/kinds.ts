import { holding } from '../../../kernel/db/like.ts'
import type { Kind } from '../../trace/server/index.ts'
import { stateTitle } from '../rules.ts'

const most = 50

const department: Kind = {
  ...{ kind: 'department', title: 'Department', under: ['goal', 'vision'] },
  ...{ read: 'departments:read', manage: 'departments:manage' },
  path: (id) => `/departments/${id}`,
  async named(db, ids) {
    const rows = await db
      .selectFrom('departments_pages')
      .select(['id', 'name'])
      .where('id', 'in', ids)
      .execute()
    return new Map(rows.map(({ id, name }) => [id, { name }]))
  },
  find: (db, words) =>
    db
      .selectFrom('departments_pages')
      .select(['id', 'name'])
      .where('name', 'ilike', holding(words))
      .where('closed_at', 'is', null)
      .orderBy('name')
      .limit(most)
      .execute(),
}

const ask: Kind = {
  ...{ kind: 'ask', title: 'Ask', under: ['goal', 'department'], staysOutOfFeed: true },
  ...{ read: 'departments:read', manage: 'departments:ask' },
  path: (id) => `/asks/${id}`,
  async named(db, ids) {
    const rows = await db
      .selectFrom('departments_asks')
      .select(['id', 'what', 'state'])
      .where('id', 'in', ids)
      .execute()
    return new Map(rows.map(({ id, what, state }) => [id, { name: what, note: stateTitle(state) }]))
  },
  async find(db, words) {
    const rows = await db
      .selectFrom('departments_asks')
      .select(['id', 'what'])
      .where('what', 'ilike', holding(words))
      .orderBy('asked_at', 'desc')
      .limit(most)
      .execute()
    return rows.map(({ id, what }) => ({ id, name: what }))
  },
}

export const kinds = [department, ask]
