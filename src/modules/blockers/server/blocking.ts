import { Temporal } from 'temporal-polyfill'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid } from '../../../kernel/errors.ts'
import { notify } from '../../activity/server/index.ts'
import { agencyPeople } from '../../agencies/server/index.ts'
import { settings } from '../../identity/server/index.ts'
import { blockers } from '../contract.ts'
import { sideOf } from '../rules.ts'
import { partyOf } from './parties.ts'
import { requireFresh, requireOpen, requireOpenItem, requireOwner, todayOf, toldOf } from './records.ts'
import { toBlocker } from './show.ts'
import type { BlockerRow } from './tables.ts'

const { events } = blockers
const link = '/blockers'

export async function block(ctx: Ctx, { item: which, sinceOn, ...said }: In<typeof blockers.block>) {
  const item = await requireOpenItem(ctx, which)
  const [party, owner] = [await partyOf(ctx, said), await requireOwner(ctx, said.ownerId, item)]
  await requireNew(ctx, item.id, { ...party, number: item.number })

  const row = await ctx.insert('blockers_records', {
    ...{ id: ctx.id('blk'), item_id: item.id, reason: said.reason, cause: said.cause },
    ...{ kind: sideOf(party.party_kind), ...party, owner_id: owner.id, owner_name: owner.name },
    ...{ since_at: await sinceOf(ctx, sinceOn), expected_on: said.expectedOn, workaround: said.workaround },
    ...{ escalated_to_id: null, escalated_to: null, escalated_at: null, escalation: '', reminded_at: null },
    ...{ ended_at: null, ended_by: null, ended_with: null },
    ...{ made_by_id: ctx.actor.personId ?? null, made_by: ctx.actor.name, made_at: ctx.now, version: 1 },
  })
  await ctx.record(events.blocked, row.id, toldOf(item))
  await tellOwner(ctx, row, item.number)
  await tellAgency(ctx, row, item.number)

  return toBlocker(ctx, row)
}

async function requireNew(
  ctx: Ctx,
  itemId: string,
  { party, party_kind, number }: Pick<BlockerRow, 'party' | 'party_kind'> & { number: number },
): Promise<void> {
  const open = await ctx.db
    .selectFrom('blockers_records')
    .selectAll()
    .where('item_id', '=', itemId)
    .where('party_kind', '=', party_kind)
    .where('ended_at', 'is', null)
    .execute()
  const same = open.find((one) => one.party.toLowerCase() === party.toLowerCase())
  if (same)
    throw conflict(
      `W-${number} is blocked by ${same.party} already: ${same.reason} (${same.made_by}). Add what is new to that one.`,
    )
}

/** The beginning of the day that is said, or now. */
async function sinceOf(ctx: Ctx, day: string | null): Promise<Date> {
  const { timeZone } = await settings(ctx.db)
  if (day === null || day === (await todayOf(ctx))) return ctx.now
  const at = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: '09:00' })
  if (at.epochMilliseconds > ctx.now.getTime())
    throw invalid('It cannot be blocked since a day that comes. Choose today or before.', [
      { field: 'sinceOn', message: 'is still to come' },
    ])
  return new Date(at.epochMilliseconds)
}

const tellOwner = (ctx: Ctx, row: BlockerRow, number: number) =>
  notify(ctx, row.owner_id, {
    title: `W-${number} is blocked by ${row.party}`,
    why: `${row.reason}. You see to it that it ends.`,
    link,
  })

/** An agency’s people hear what waits for them; of the item they learn its number alone. */
async function tellAgency(ctx: Ctx, row: BlockerRow, number: number): Promise<void> {
  if (row.party_kind !== 'agency' || row.party_id === null) return
  for (const id of await agencyPeople(ctx, row.party_id))
    await notify(ctx, id, { title: `W-${number} waits for you`, why: row.reason, link: '/blockers/given' })
}

export async function change(ctx: Ctx, { id, version, ...said }: In<typeof blockers.change>) {
  const { row, item } = await requireFresh(ctx, { id, version })
  requireOpen(row)
  const owner = said.ownerId === undefined ? null : await requireOwner(ctx, said.ownerId, item)
  const isOther = said.partyKind !== undefined || said.partyId !== undefined || said.party !== undefined
  const party = isOther ? await partyOf(ctx, { ...partySaid(row), ...said }) : null
  if (party && party.party.toLowerCase() !== row.party.toLowerCase())
    await requireNew(ctx, item.id, { ...party, number: item.number })

  const changed = await ctx.update('blockers_records', id, {
    ...{ reason: said.reason, cause: said.cause, expected_on: said.expectedOn, workaround: said.workaround },
    ...(owner ? { owner_id: owner.id, owner_name: owner.name } : {}),
    ...(party ? { ...party, kind: sideOf(party.party_kind) } : {}),
    version: version + 1,
  })
  await ctx.record(events.changed, id, toldOf(item))
  if (owner && owner.id !== row.owner_id) await tellOwner(ctx, changed!, item.number)
  if (changed!.party_id !== row.party_id) await tellAgency(ctx, changed!, item.number)

  return toBlocker(ctx, changed!)
}

const partySaid = (row: BlockerRow) => ({
  ...{ partyKind: row.party_kind, partyId: row.party_id, party: row.party },
})
