import type { Database } from '../../../kernel/db/database.ts'
import { holding } from '../../../kernel/db/like.ts'
import type { Kind } from '../../trace/server/index.ts'
import { levelTitle } from '../rules.ts'
import { whyNotFit, whyNotLeave } from './fit.ts'

const most = 50

const visionKind: Kind = {
  ...{ kind: 'vision', title: 'Vision', under: [] },
  ...{ read: 'strategy:read', manage: 'strategy:manage' },
  path: () => '/vision',
  async named(db, ids) {
    const rows = await titles(db).where('vision.id', 'in', ids).execute()
    return new Map(rows.map(({ id, name, version }) => [id, { name, note: `version ${version}` }]))
  },
  find: (db, words) => titles(db).where('said.title', 'ilike', holding(words)).execute(),
}

/** The vision by the title of its version in force. */
const titles = (db: Parameters<Kind['named']>[0]) =>
  (db as Database)
    .selectFrom('strategy_visions as vision')
    .innerJoin('strategy_vision_versions as said', (join) =>
      join.onRef('said.vision_id', '=', 'vision.id').onRef('said.version', '=', 'vision.version'),
    )
    .select(['vision.id', 'said.title as name', 'vision.version'])

const goalKind: Kind = {
  ...{ kind: 'goal', title: 'Goal', under: ['vision', 'goal'] },
  ...{ read: 'strategy:read', manage: 'strategy:manage' },
  path: (id) => `/goals/${id}`,
  whyNotUnder: async (db, id, parent) =>
    parent.kind === 'goal' ? whyNotFit(db, 'goal', id, parent.id) : null,
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
      .where('name', 'ilike', holding(words))
      .where('state', '=', 'open')
      .orderBy('name')
      .limit(most)
      .execute(),
}

const kpiKind: Kind = {
  ...{ kind: 'kpi', title: 'KPI agreement', under: ['goal'] },
  ...{ read: 'strategy:read', manage: 'strategy:manage' },
  path: (id) => `/kpis/${id}`,
  whyNotUnder: (db, id, parent) => whyNotFit(db, 'kpi', id, parent.id),
  whyNotElsewhere: whyNotLeave,
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
      .where('name', 'ilike', holding(words))
      .where('state', 'in', ['open', 'signed'])
      .orderBy('name')
      .limit(most)
      .execute(),
}

export const kinds = [visionKind, goalKind, kpiKind]
