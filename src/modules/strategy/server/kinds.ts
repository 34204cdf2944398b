import type { Kind } from '../../trace/server/index.ts'
import { levelTitle } from '../rules.ts'

const most = 50

const goalKind: Kind = {
  ...{ kind: 'goal', title: 'Goal', under: ['vision', 'goal'] },
  ...{ read: 'strategy:read', manage: 'strategy:manage' },
  path: (id) => `/goals/${id}`,
  async named(db, ids) {
    const rows = await db
      .selectFrom('strategy_goals')
      .select(['id', 'name', 'level'])
      .where('id', 'in', ids)
      .execute()
    return new Map(rows.map(({ id, name, level }) => [id, { name, note: levelTitle(level) }]))
  },
  find: (db, words) =>
    db
      .selectFrom('strategy_goals')
      .select(['id', 'name'])
      .where('name', 'ilike', `%${escaped(words)}%`)
      .where('state', '=', 'open')
      .orderBy('name')
      .limit(most)
      .execute(),
}

const kpiKind: Kind = {
  ...{ kind: 'kpi', title: 'KPI agreement', under: ['goal'] },
  ...{ read: 'strategy:read', manage: 'strategy:manage' },
  path: (id) => `/kpis/${id}`,
  async named(db, ids) {
    const rows = await db
      .selectFrom('strategy_kpis')
      .select(['id', 'name', 'state'])
      .where('id', 'in', ids)
      .execute()
    return new Map(rows.map(({ id, name, state }) => [id, { name, note: state }]))
  },
  find: (db, words) =>
    db
      .selectFrom('strategy_kpis')
      .select(['id', 'name'])
      .where('name', 'ilike', `%${escaped(words)}%`)
      .where('state', 'in', ['open', 'signed'])
      .orderBy('name')
      .limit(most)
      .execute(),
}

/** Letters that the search for part of a text would read as wildcards. */
const escaped = (words: string): string => words.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)

export const kinds = [goalKind, kpiKind]
