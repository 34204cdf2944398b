import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, missing } from '../../../kernel/errors.ts'
import type { AgencyRow, DeliverableRow, DeliveryRow, GivenRow } from './tables.ts'

export async function requireAgency(ctx: Ctx, id: string): Promise<AgencyRow> {
  const row = await ctx.db.selectFrom('agencies_records').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('This agency')
  return row
}

export function requireVersion(row: { version: number }, what: string, version: number): void {
  if (row.version !== version)
    throw conflict(
      `Somebody changed ${what} since you opened this page. Load it again and repeat your change.`,
    )
}

export const allAgencies = (ctx: Ctx): Promise<AgencyRow[]> =>
  ctx.db.selectFrom('agencies_records').selectAll().orderBy('name').execute()

export async function peopleOf(ctx: Ctx, agencyId: string): Promise<string[]> {
  const all = ctx.db.selectFrom('agencies_people').select('person_id').orderBy('person_id')
  return (await all.where('agency_id', '=', agencyId).execute()).map((row) => row.person_id)
}

/** The agency a person is of. */
export async function agencyOf(ctx: Ctx, personId: string | undefined): Promise<AgencyRow | undefined> {
  return ctx.db
    .selectFrom('agencies_people as person')
    .innerJoin('agencies_records as agency', 'agency.id', 'person.agency_id')
    .selectAll('agency')
    .where('person.person_id', '=', personId ?? '')
    .executeTakeFirst()
}

/** Campaigns that are given to an agency now. */
export const givenTo = (ctx: Ctx, agencyId: string): Promise<GivenRow[]> =>
  ctx.db
    .selectFrom('agencies_campaigns')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('ended_at', 'is', null)
    .orderBy('given_at')
    .execute()

export async function requireDeliverable(ctx: Ctx, id: string): Promise<DeliverableRow> {
  const all = ctx.db.selectFrom('agencies_deliverables').selectAll()
  const row = await all.where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('This deliverable')
  return row
}

/** Deliveries of deliverables, the newest of each first. */
export async function deliveriesOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, DeliveryRow[]>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('agencies_deliveries')
    .selectAll()
    .where('deliverable_id', 'in', [...ids])
    .orderBy('delivered_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return new Map(ids.map((id) => [id, rows.filter((row) => row.deliverable_id === id)]))
}
