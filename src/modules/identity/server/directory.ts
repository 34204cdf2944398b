import type { Selectable } from 'kysely'
import type { Actor } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Reader } from '../../../kernel/db/database.ts'
import type { Tables } from '../../../kernel/db/tables.ts'
import { forbidden, missing } from '../../../kernel/errors.ts'
import type { Person } from '../contract.ts'
import { whyNotManage } from '../rules.ts'
import { knownPermissions, permissionsOf, permissionsOfRole } from './permissions.ts'

export type PersonRow = Selectable<Tables['identity_people']>
type RoleRow = Pick<Selectable<Tables['identity_roles']>, 'id' | 'name' | 'permissions' | 'position'>
type Named = { id: string; name: string }

/** Everybody, with what is said about them elsewhere: one read for lists, trees and pickers. */
export type Directory = {
  rows: Map<string, PersonRow>
  roles: Map<string, RoleRow[]>
  teams: Map<string, Named[]>
}

const grouped = <T extends { person_id: string }>(rows: T[]): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(row.person_id, [...(groups.get(row.person_id) ?? []), row])
  return groups
}

const theirTables = [
  ...(['identity_people', 'identity_person_roles', 'identity_roles'] as const),
  ...(['identity_teams', 'identity_team_members'] as const),
]

/** All people with their roles and teams, read once in a call. */
export const directory = (ctx: Ctx): Promise<Directory> =>
  ctx.once('directory', theirTables, () => readDirectory(ctx.db))

/** As `directory`, where there is no call. */
export async function readDirectory(db: Reader): Promise<Directory> {
  const rows = await db.selectFrom('identity_people').selectAll().orderBy('name').orderBy('id').execute()
  const roles = await db
    .selectFrom('identity_person_roles as has')
    .innerJoin('identity_roles as role', 'role.id', 'has.role_id')
    .select(['has.person_id', 'role.id', 'role.name', 'role.permissions', 'role.position'])
    .orderBy('role.position')
    .execute()
  const teams = await db
    .selectFrom('identity_team_members as member')
    .innerJoin('identity_teams as team', 'team.id', 'member.team_id')
    .select(['member.person_id', 'team.id', 'team.name'])
    .orderBy('team.name')
    .execute()
  return { rows: new Map(rows.map((row) => [row.id, row])), roles: grouped(roles), teams: grouped(teams) }
}

const named = ({ id, name }: Named): Named => ({ id, name })

export function toPerson(row: PersonRow, all: Directory, actor: Actor, known: readonly string[]): Person {
  const roles = all.roles.get(row.id) ?? []
  const theirs = roles.flatMap((role) => permissionsOfRole(role, known))
  const manager = all.rows.get(row.manager_id ?? '')
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    title: row.title,
    company: row.company,
    manager: manager ? named(manager) : null,
    timeZone: row.time_zone,
    state: row.disabled_at ? 'disabled' : row.joined_at ? 'active' : 'invited',
    roles: roles.map(named),
    teams: (all.teams.get(row.id) ?? []).map(named),
    joinedAt: row.joined_at?.toISOString() ?? null,
    can: { manage: whyNotManage(['people:manage', ...theirs], actor) === null },
  }
}

export async function listPeople(ctx: Ctx, { search }: { search?: string | undefined }) {
  const all = await directory(ctx)
  const known = knownPermissions(ctx)
  const words = (search ?? '').toLowerCase()
  const rows = [...all.rows.values()].filter((row) =>
    `${row.name} ${row.email} ${row.title} ${row.company ?? ''}`.toLowerCase().includes(words),
  )
  return { people: rows.map((row) => toPerson(row, all, ctx.actor, known)) }
}

export async function showPerson(ctx: Ctx, { id }: { id: string }) {
  const all = await directory(ctx)
  const row = all.rows.get(id)
  if (!row) throw missing('This person')
  const reports = [...all.rows.values()].filter((one) => one.manager_id === id).map(named)
  return { ...toPerson(row, all, ctx.actor, knownPermissions(ctx)), reports }
}

export async function requirePerson(ctx: Ctx, id: string): Promise<PersonRow> {
  const row = await ctx.db.selectFrom('identity_people').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('This person')
  return row
}

/** The person, whom the actor may manage: whoever manages somebody holds at least what they hold. */
export async function requireManaged(ctx: Ctx, id: string): Promise<PersonRow> {
  const person = await requirePerson(ctx, id)
  const theirs = await permissionsOf(ctx.db, id, knownPermissions(ctx))
  const objection = whyNotManage([...theirs], ctx.actor)
  if (objection) throw forbidden(objection)
  return person
}
