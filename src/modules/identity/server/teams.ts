import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid, missing } from '../../../kernel/errors.ts'
import { identity } from '../contract.ts'

export async function listTeams(ctx: Ctx) {
  const rows = await ctx.db
    .selectFrom('identity_teams as team')
    .leftJoin('identity_people as lead', 'lead.id', 'team.lead_id')
    .select(['team.id', 'team.name', 'team.purpose', 'lead.id as leadId', 'lead.name as leadName'])
    .orderBy('team.name')
    .execute()
  const members = await ctx.db
    .selectFrom('identity_team_members as member')
    .innerJoin('identity_people as person', 'person.id', 'member.person_id')
    .select(['member.team_id', 'person.id', 'person.name'])
    .orderBy('person.name')
    .execute()
  const teams = rows.map((row) => ({
    id: row.id,
    name: row.name,
    purpose: row.purpose,
    lead: row.leadId && row.leadName ? { id: row.leadId, name: row.leadName } : null,
    members: members.filter((one) => one.team_id === row.id).map(({ id, name }) => ({ id, name })),
  }))
  return { teams }
}

export async function requireTeam(ctx: Ctx, id: string) {
  const team = (await listTeams(ctx)).teams.find((one) => one.id === id)
  if (!team) throw missing('This team')
  return team
}

async function refuseTakenName(ctx: Ctx, name: string, self?: string): Promise<void> {
  const same = await ctx.db.selectFrom('identity_teams').select('id').where('name', '=', name).execute()
  if (same.some((team) => team.id !== self)) throw conflict(`There is a team ${name} already.`)
}

async function requirePeople(ctx: Ctx, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  const found = await ctx.db.selectFrom('identity_people').select('id').where('id', 'in', ids).execute()
  if (found.length < new Set(ids).size) throw invalid('Somebody of this team is not among the people.')
}

async function writeMembers(ctx: Ctx, id: string, before: string[], members: string[]): Promise<void> {
  for (const person_id of before.filter((one) => !members.includes(one)))
    await ctx.delete('identity_team_members', { team_id: id, person_id })
  for (const person_id of new Set(members.filter((one) => !before.includes(one))))
    await ctx.insert('identity_team_members', { team_id: id, person_id })
}

export async function addTeam(ctx: Ctx, { members, leadId, ...given }: In<typeof identity.addTeam>) {
  await refuseTakenName(ctx, given.name)
  await requirePeople(ctx, leadId ? [...members, leadId] : members)

  const { id } = await ctx.insert('identity_teams', { id: ctx.id('tea'), ...given, lead_id: leadId })
  await writeMembers(ctx, id, [], members)
  await ctx.record(identity.events.teamSaved, id, { name: given.name })

  return requireTeam(ctx, id)
}

export async function changeTeam(
  ctx: Ctx,
  { id, members, leadId, ...given }: In<typeof identity.changeTeam>,
) {
  const team = await requireTeam(ctx, id)
  await refuseTakenName(ctx, given.name, id)
  await requirePeople(ctx, leadId ? [...members, leadId] : members)

  await ctx.update('identity_teams', id, { ...given, lead_id: leadId })
  await writeMembers(
    ctx,
    id,
    team.members.map((one) => one.id),
    members,
  )
  await ctx.record(identity.events.teamSaved, id, { name: given.name })

  return requireTeam(ctx, id)
}

export async function removeTeam(ctx: Ctx, { id }: In<typeof identity.removeTeam>) {
  const team = await requireTeam(ctx, id)

  await writeMembers(
    ctx,
    id,
    team.members.map((one) => one.id),
    [],
  )
  await ctx.delete('identity_teams', id)
  await ctx.record(identity.events.teamRemoved, id, { name: team.name })

  return {}
}
