import type { Database, Reader } from '../../../kernel/db/database.ts'
import { holding } from '../../../kernel/db/like.ts'
import type { AttachedKind } from '../../files/server/index.ts'
import type { Kind } from '../../trace/server/index.ts'
import { levels, levelTitles, whyNotUnder } from '../rules.ts'

const all = (db: Reader | Database) => db.selectFrom('campaigns_records').select(['id', 'name', 'level'])

/** Campaigns as the trace shows them: under the campaign they belong to, or under a goal. */
export const campaignKind: Kind = {
  kind: 'campaign',
  title: 'Campaign',
  under: ['campaign', 'goal'],
  read: 'campaigns:read',
  manage: 'campaigns:manage',
  path: (id) => `/campaigns/${id}`,
  staysOutOfFeed: true,
  async named(db, ids) {
    if (ids.length === 0) return new Map()
    const rows = await all(db).where('id', 'in', ids).execute()
    return new Map(rows.map(({ id, name, level }) => [id, { name, note: levelTitles[level] }]))
  },
  find: async (db, words) =>
    all(db).where('name', 'ilike', holding(words)).orderBy('name').limit(50).execute(),
  async whyNotUnder(db, id, parent) {
    if (parent.kind !== 'campaign') return null
    const rows = await all(db).where('id', 'in', [id, parent.id]).execute()
    const [own, other] = [id, parent.id].map((one) => rows.find((row) => row.id === one)?.level)
    return own && other ? whyNotUnder(own, other) : null
  },
}

/** Programmes, campaigns and tactics each have fields of their own. */
export const fieldsOf = levels.map((kind) => ({ kind, title: levelTitles[kind], read: 'campaigns:read' }))

/** A brief’s files; guests who were given the campaign see those that are marked for them. */
export const campaignFiles: AttachedKind = {
  ...campaignKind,
  write: ['campaigns:manage'],
  guest: {
    permission: 'campaigns:guest',
    path: '/campaigns/given',
    mayAdd: false,
    async given(ctx, ids) {
      const rows = await ctx.db
        .selectFrom('campaigns_guests')
        .select('campaign_id')
        .where('person_id', '=', ctx.actor.personId ?? '')
        .where('campaign_id', 'in', ids)
        .execute()
      return rows.map((row) => row.campaign_id)
    },
  },
}
