import { holds } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid, missing } from '../../../kernel/errors.ts'
import { addDays, dayOf } from '../../../methods/days.ts'
import { listTeams } from '../../identity/server/index.ts'
import { availability, type Hub, type Named } from '../contract.ts'
import { mondayOf, totalOf } from '../rules.ts'
import { type Around, aroundOf, named, requireHere, worksHere } from './people.ts'
import type { HubRow } from './tables.ts'
import { hoursOf } from './working.ts'

async function read(
  ctx: Ctx,
  rows: readonly HubRow[],
  around: Around,
  teams: readonly Named[],
): Promise<Hub[]> {
  const people = await ctx.db.selectFrom('availability_hub_people').selectAll().execute()
  const served = await ctx.db.selectFrom('availability_hub_teams').selectAll().execute()
  const personOf = (id: string) => {
    const person = around.people.get(id)
    return person && worksHere(person) ? [named(person)] : []
  }
  return rows.map((row) => ({
    ...{ id: row.id, name: row.name, purpose: row.purpose, region: row.region, scale: row.scale },
    lead: row.lead_id ? (personOf(row.lead_id)[0] ?? null) : null,
    people: people.filter((one) => one.hub_id === row.id).flatMap((one) => personOf(one.person_id)),
    teams: teams.filter((team) => served.some((one) => one.hub_id === row.id && one.team_id === team.id)),
    version: row.version,
  }))
}

const listed = (ctx: Ctx) =>
  ctx.db.selectFrom('availability_hubs').selectAll().where('removed_at', 'is', null).orderBy('name').execute()

const allTeams = async (ctx: Ctx): Promise<Named[]> =>
  (await listTeams(ctx)).teams.map(({ id, name }) => ({ id, name }))

export async function hubs(ctx: Ctx) {
  const around = await aroundOf(ctx)
  const teams = await allTeams(ctx)
  const items = await read(ctx, await listed(ctx), around, teams)
  const ids = [...new Set(items.flatMap((hub) => hub.people.map((one) => one.id)))]
  const monday = dayOf(mondayOf(around.today))
  const week = await hoursOf(ctx, ids, monday, addDays(monday, 6))
  const places = await ctx.db.selectFrom('availability_people').select(['person_id', 'country']).execute()
  const countryOf = new Map(places.map((one) => [one.person_id, one.country]))
  const served = new Set(items.flatMap((hub) => hub.teams.map((team) => team.id)))
  return {
    items: items.map((hub) => ({
      ...hub,
      countries: [...new Set(hub.people.map((one) => countryOf.get(one.id) ?? ''))].filter(Boolean).sort(),
      available: totalOf(hub.people.flatMap((one) => week.get(one.id) ?? [])).available,
    })),
    people: [...around.people.values()].filter(worksHere).map(named),
    ...{ teams, unserved: teams.filter((team) => !served.has(team.id)) },
    can: { manage: holds(ctx.actor, 'availability:manage') },
  }
}

async function requireHub(ctx: Ctx, id: string): Promise<HubRow> {
  const row = await ctx.db.selectFrom('availability_hubs').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('This hub')
  return row
}

const shown = async (ctx: Ctx, row: HubRow): Promise<Hub> =>
  (await read(ctx, [row], await aroundOf(ctx), await allTeams(ctx)))[0]!

async function refuseTaken(ctx: Ctx, name: string, but = ''): Promise<void> {
  const same = (await listed(ctx)).find((row) => row.name.toLowerCase() === name.toLowerCase())
  if (same && same.id !== but) throw conflict(`There is a hub ${same.name} already.`)
}

type Said = In<typeof availability.addHub>

async function refuseMembers(ctx: Ctx, { leadId, peopleIds, teamIds }: Said): Promise<void> {
  const around = await aroundOf(ctx)
  for (const id of leadId ? [leadId, ...peopleIds] : peopleIds) requireHere(around, id)
  const known = new Set((await allTeams(ctx)).map((team) => team.id))
  if (teamIds.some((id) => !known.has(id)))
    throw invalid('One of these teams does not exist any more. Load the page again and choose anew.')
}

async function writeMembers(ctx: Ctx, id: string, { peopleIds, teamIds }: Said): Promise<void> {
  const people = await ctx.db
    .selectFrom('availability_hub_people')
    .selectAll()
    .where('hub_id', '=', id)
    .execute()
  const teams = await ctx.db
    .selectFrom('availability_hub_teams')
    .selectAll()
    .where('hub_id', '=', id)
    .execute()
  for (const one of people.filter((row) => !peopleIds.includes(row.person_id)))
    await ctx.delete('availability_hub_people', one)
  for (const one of teams.filter((row) => !teamIds.includes(row.team_id)))
    await ctx.delete('availability_hub_teams', one)
  const stays = new Set([...people.map((row) => row.person_id), ...teams.map((row) => row.team_id)])
  for (const person_id of new Set(peopleIds.filter((one) => !stays.has(one))))
    await ctx.insert('availability_hub_people', { hub_id: id, person_id })
  for (const team_id of new Set(teamIds.filter((one) => !stays.has(one))))
    await ctx.insert('availability_hub_teams', { hub_id: id, team_id })
}

const toRow = (ctx: Ctx, { name, purpose, region, scale, leadId }: Said) => ({
  ...{ name, purpose, region, scale, lead_id: leadId, changed_by: ctx.actor.name, changed_at: ctx.now },
})

export async function addHub(ctx: Ctx, said: Said): Promise<Hub> {
  await refuseTaken(ctx, said.name)
  await refuseMembers(ctx, said)

  const row = await ctx.insert('availability_hubs', {
    ...{ id: ctx.id('hub'), ...toRow(ctx, said), version: 1, removed_at: null },
  })
  await writeMembers(ctx, row.id, said)
  await ctx.record(availability.events.hubAdded, row.id, { name: said.name })

  return shown(ctx, row)
}

export async function changeHub(ctx: Ctx, { id, version, ...said }: In<typeof availability.changeHub>) {
  const before = await requireHub(ctx, id)
  if (before.removed_at)
    throw conflict(`The hub ${before.name} was taken away. Put it back before you change it.`)
  if (before.version !== version)
    throw conflict(`${before.changed_by} changed this hub since you opened the page. Load it again.`)
  await refuseTaken(ctx, said.name, id)
  await refuseMembers(ctx, said)

  const row = (await ctx.update('availability_hubs', id, { ...toRow(ctx, said), version: version + 1 }))!
  await writeMembers(ctx, id, said)
  await ctx.record(availability.events.hubChanged, id, { name: said.name })

  return shown(ctx, row)
}

export async function removeHub(ctx: Ctx, { id }: In<typeof availability.removeHub>) {
  const { name, removed_at: removedAt } = await requireHub(ctx, id)
  if (removedAt) throw conflict(`The hub ${name} was taken away already.`)

  const row = (await ctx.update('availability_hubs', id, { removed_at: ctx.now }))!
  await ctx.record(availability.events.hubRemoved, id, { name })

  return shown(ctx, row)
}

export async function restoreHub(ctx: Ctx, { id }: In<typeof availability.restoreHub>) {
  const { name } = await requireHub(ctx, id)
  await refuseTaken(ctx, name, id)

  const row = (await ctx.update('availability_hubs', id, { removed_at: null }))!
  await ctx.record(availability.events.hubAdded, id, { name })

  return shown(ctx, row)
}
