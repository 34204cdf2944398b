import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { allListed, channelsOf } from '../../campaigns/server/index.ts'
import { coverOf } from '../../contingencies/server/index.ts'
import { directory } from '../../identity/server/index.ts'
import { todayOf } from '../../metrics/server/index.ts'
import { stepCounts } from '../../templates/server/index.ts'
import { parentsOf, traced } from '../../trace/server/index.ts'
import type { Serving } from '../contract.ts'
import { fitOf } from '../rules.ts'
import { allLinks, allRows } from './records.ts'
import type { LaunchRow, LinkRow } from './tables.ts'

type Named = { id: string; name: string }

/** What is said about launches elsewhere, read once for all of them. */
export type Around = Awaited<ReturnType<typeof around>>

export async function around(ctx: Ctx) {
  const rows = await allRows(ctx)
  const links = await allLinks(ctx)
  const linked = new Set(links.map((one) => one.campaign_id))
  const campaigns = (await allListed(ctx)).filter((one) => linked.has(one.id))
  const { rows: people, teams } = await directory(ctx)
  const ids = rows.map((row) => row.id)
  return {
    ...{ rows, links, today: await todayOf(ctx) },
    campaigns: new Map(campaigns.map((one) => [one.id, one])),
    channels: await channelsOf(ctx.db, [...linked]),
    steps: await stepCounts(ctx, campaigns),
    cover: await coverOf(ctx, [...linked]),
    goals: await goalsServed(ctx, ids),
    nameOf: (id: string): string => people.get(id)?.name ?? 'Somebody who left',
    teamsOf: (id: string): string[] => (teams.get(id) ?? []).map((team) => team.name),
  }
}

/** The goal each launch serves, for those who may read goals. */
async function goalsServed(ctx: Ctx, ids: string[]) {
  const goal = ctx.use(traced).get('goal')
  const parents = await parentsOf(ctx.db, 'launch', ids)
  if (!goal || !holds(ctx.actor, goal.read) || parents.size === 0) return new Map<string, Named>()
  const names = await goal.named(
    ctx.db,
    [...parents.values()].map((one) => one.id),
  )
  return new Map(
    [...parents].flatMap(([id, parent]): [string, Named][] => {
      const name = names.get(parent.id)?.name
      return name === undefined ? [] : [[id, { id: parent.id, name }]]
    }),
  )
}

/** The campaigns that serve a launch, in order of their first days. */
export const servingOf = (row: LaunchRow, known: Around): Serving[] =>
  known.links
    .filter((link) => link.launch_id === row.id)
    .flatMap((link) => toServing(row, link, known))
    .sort((a, b) => a.startsOn.localeCompare(b.startsOn) || a.name.localeCompare(b.name))

function toServing(row: LaunchRow, link: LinkRow, known: Around): Serving[] {
  const one = known.campaigns.get(link.campaign_id)
  if (!one) return []
  const { id, name, level, owner, state, standing, startsOn, endsOn } = one
  return [
    {
      ...{ id, name, level, owner, state, standing, startsOn, endsOn },
      channels: known.channels.get(id) ?? [],
      ...(known.steps.get(id) ?? { steps: 0, done: 0, late: 0 }),
      ...(known.cover.get(id) ?? { backUps: 0, rehearsed: 0 }),
      fitsOn: link.fits_on,
      ...fitOf({ state, startsOn, endsOn, fitsOn: link.fits_on }, row.launch_on),
    },
  ]
}
