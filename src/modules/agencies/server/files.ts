import type { AttachedKind } from '../../files/server/index.ts'
import { todayOf } from '../../metrics/server/index.ts'
import { stateOf, whyNotUnder } from '../rules.ts'
import { ownCampaigns } from './guest.ts'
import { agencyOf, deliveriesOf } from './records.ts'

/** What an agency hands over with a deliverable; its guests add to those of the campaigns they were given. */
export const deliverableFiles: AttachedKind = {
  kind: 'deliverable',
  title: 'Deliverable',
  read: 'campaigns:read',
  write: ['campaigns:manage'],
  path: () => '/agencies',
  isForGuests: true,
  async named(db, ids) {
    const rows = await db
      .selectFrom('agencies_deliverables')
      .select(['id', 'what', 'agency_id'])
      .where('id', 'in', ids)
      .execute()
    return new Map(rows.map((row) => [row.id, { name: row.what, path: `/agencies/${row.agency_id}` }]))
  },
  async whyFrozen(ctx, id) {
    const state = stateOf((await deliveriesOf(ctx, [id])).get(id) ?? [])
    return state === 'accepted'
      ? 'It is accepted, and its files stay as they were then. Open its verdict again first.'
      : null
  },
  guest: {
    permission: 'campaigns:guest',
    path: '/campaigns/given',
    mayAdd: true,
    async given(ctx, ids) {
      const agency = await agencyOf(ctx, ctx.actor.personId)
      const span = agency && { name: agency.name, fromOn: agency.from_on, untilOn: agency.until_on }
      if (!agency || !span || whyNotUnder(span, await todayOf(ctx)) !== null) return []
      const own = await ownCampaigns(ctx, agency)
      const rows = await ctx.db
        .selectFrom('agencies_deliverables')
        .select(['id', 'campaign_id'])
        .where('id', 'in', ids)
        .where('agency_id', '=', agency.id)
        .execute()
      return rows.filter((row) => own.has(row.campaign_id)).map((row) => row.id)
    },
  },
}
