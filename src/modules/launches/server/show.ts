import { holds } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { daysBetween } from '../../../methods/days.ts'
import { allListed, requireCampaign } from '../../campaigns/server/index.ts'
import { directory } from '../../identity/server/index.ts'
import type { Launch, Listed, launches, Overlap } from '../contract.ts'
import { overlapsOf, readinessOf, whyNotChange } from '../rules.ts'
import { type Around, around, servingOf } from './around.ts'
import { movesOf, requireLaunch } from './records.ts'
import type { LaunchRow, MoveRow } from './tables.ts'

function toListed(row: LaunchRow, known: Around): Listed {
  const campaigns = servingOf(row, known)
  return {
    ...{ id: row.id, name: row.name, tier: row.tier, products: row.products, state: row.state },
    ...{ launchOn: row.launch_on, announceOn: row.announce_on, calledOff: row.called_off },
    owner: { id: row.owner_id, name: known.nameOf(row.owner_id) },
    inDays: daysBetween(known.today, row.launch_on),
    goal: known.goals.get(row.id) ?? null,
    readiness: readinessOf(campaigns),
    campaigns,
    version: row.version,
  }
}

/** Launches with the teams and channels they need: those of their owners and of campaigns that were not stopped. */
function planned(items: readonly Listed[], known: Around) {
  return items.map(({ id, name, state, launchOn, owner, campaigns }) => {
    const open = campaigns.filter((one) => one.state !== 'stopped')
    const owners = [owner.id, ...open.map((one) => one.owner.id)]
    return {
      ...{ id, name, state, launchOn },
      teams: owners.flatMap(known.teamsOf),
      channels: open.flatMap((one) => one.channels),
    }
  })
}

/** All launches with what is said of them, and which come too close to each other. */
export async function allLaunches(ctx: Ctx, within: number) {
  const known = await around(ctx)
  const items = known.rows.map((row) => toListed(row, known))
  return { items, overlaps: overlapsOf(planned(items, known), within), today: known.today }
}

export async function list(ctx: Ctx, { within, campaignId }: In<typeof launches.list>) {
  if (campaignId) await requireCampaign(ctx, campaignId)
  const { items, overlaps, today } = await allLaunches(ctx, within)
  const shown = campaignId
    ? items.filter((one) => one.campaigns.some((serving) => serving.id === campaignId))
    : items
  return { items: shown, overlaps, today, can: { change: holds(ctx.actor, 'campaigns:manage') } }
}

const touches = (overlap: Overlap, id: string): boolean => overlap.one.id === id || overlap.other.id === id

const toMove = (row: MoveRow): Launch['moves'][number] => ({
  ...{ id: row.id, from: row.from_on, to: row.to_on, reason: row.reason, by: row.moved_by },
  at: row.moved_at.toISOString(),
  undoneBy: row.undone_by,
})

export const usualWithin = 14

export async function show(
  ctx: Ctx,
  { id, within = usualWithin }: { id: string; within?: number },
): Promise<Launch> {
  const row = await requireLaunch(ctx, id)
  const { items, overlaps } = await allLaunches(ctx, within)
  return {
    ...items.find((one) => one.id === id)!,
    note: row.note,
    moves: (await movesOf(ctx, id)).map(toMove),
    overlaps: overlaps.filter((one) => touches(one, id)),
    can: { change: holds(ctx.actor, 'campaigns:manage') && whyNotChange(row) === null },
  }
}

/** What launches would overlap if one of them launched on another day. */
export async function overlapsAt(ctx: Ctx, id: string, day: string): Promise<Overlap[]> {
  const known = await around(ctx)
  const moved = known.rows.map((row) => (row.id === id ? { ...row, launch_on: day } : row))
  const items = moved.map((row) => toListed(row, known))
  return overlapsOf(planned(items, known), usualWithin).filter((one) => touches(one, id))
}

export async function choices(ctx: Ctx) {
  const { rows } = await directory(ctx)
  const people = [...rows.values()].filter((one) => one.disabled_at === null)
  const open = (await allListed(ctx)).filter((one) => one.state !== 'stopped')
  return {
    people: people.map(({ id, name }) => ({ id, name })),
    campaigns: open.map(({ id, name, standing }) => ({ id, name, standing })),
  }
}
