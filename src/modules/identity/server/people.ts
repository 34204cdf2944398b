import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, invalid } from '../../../kernel/errors.ts'
import { identity } from '../contract.ts'
import { whyNotGrant, whyNotManager } from '../rules.ts'
import { requireManaged, requirePerson, showPerson } from './directory.ts'
import { offerLink } from './links.ts'
import { knownPermissions, permissionsOfRole, requireManagers } from './permissions.ts'

async function refuseTakenEmail(ctx: Ctx, email: string, self?: string): Promise<void> {
  const other = await ctx.db
    .selectFrom('identity_people')
    .select(['id', 'name'])
    .where('email', '=', email)
    .executeTakeFirst()
  if (other && other.id !== self)
    throw conflict(`${email} already belongs to ${other.name}. Open that person instead.`)
}

async function requireManager(ctx: Ctx, person: { id: string; roles: string[] }, managerId: string) {
  const people = await ctx.db.selectFrom('identity_people').select(['id', 'manager_id']).execute()
  const has = await ctx.db.selectFrom('identity_person_roles').selectAll().execute()
  const roles = await ctx.db.selectFrom('identity_roles').select(['id', 'name', 'reports_to']).execute()
  const rolesOf = (id: string) => has.filter((one) => one.person_id === id).map((one) => one.role_id)
  const objection = whyNotManager(
    { ...person, managerId: null },
    managerId,
    new Map(people.map((one) => [one.id, { id: one.id, managerId: one.manager_id, roles: rolesOf(one.id) }])),
    new Map(roles.map((role) => [role.id, role.reports_to])),
    (id) => roles.find((role) => role.id === id)?.name ?? id,
  )
  if (objection) throw invalid(objection, [{ field: 'managerId', message: objection }])
}

const rolesOf = async (ctx: Ctx, id: string): Promise<string[]> => {
  const rows = await ctx.db
    .selectFrom('identity_person_roles')
    .select('role_id')
    .where('person_id', '=', id)
    .execute()
  return rows.map((row) => row.role_id)
}

/** Replace a person's roles; answers their names. */
export async function writeRoles(ctx: Ctx, personId: string, wanted: string[]): Promise<string> {
  const roles = await ctx.db.selectFrom('identity_roles').selectAll().orderBy('position').execute()
  const unknown = wanted.find((id) => !roles.some((role) => role.id === id))
  if (unknown) throw invalid(`There is no role ${unknown}.`, [{ field: 'roles', message: 'unknown role' }])
  const before = await rolesOf(ctx, personId)
  const known = knownPermissions(ctx)
  const added = roles.filter((role) => wanted.includes(role.id) && !before.includes(role.id))
  const objection = whyNotGrant(
    added.flatMap((role) => permissionsOfRole(role, known)),
    ctx.actor,
  )
  if (objection) throw forbidden(objection)

  for (const role_id of before.filter((id) => !wanted.includes(id)))
    await ctx.delete('identity_person_roles', { person_id: personId, role_id })
  for (const role of added)
    await ctx.insert('identity_person_roles', { person_id: personId, role_id: role.id })
  return roles
    .filter((role) => wanted.includes(role.id))
    .map((role) => role.name)
    .join(', ')
}

/** Add a person who has not joined yet. */
export async function addPerson(ctx: Ctx, given: In<typeof identity.invite>): Promise<string> {
  await refuseTakenEmail(ctx, given.email)

  const id = ctx.id('per')
  await ctx.insert('identity_people', {
    id,
    name: given.name,
    email: given.email,
    title: given.title,
    company: given.company,
    manager_id: null,
    time_zone: given.timeZone,
    created_at: ctx.now,
  })
  await writeRoles(ctx, id, given.roles)
  if (given.managerId) {
    await requireManager(ctx, { id, roles: given.roles }, given.managerId)
    await ctx.update('identity_people', id, { manager_id: given.managerId })
  }
  await ctx.record(identity.events.personInvited, id, { name: given.name })
  return id
}

export async function invite(ctx: Ctx, given: In<typeof identity.invite>) {
  const id = await addPerson(ctx, given)
  const link = await offerLink(ctx, await requirePerson(ctx, id), 'invite')
  return { person: await showPerson(ctx, { id }), link }
}

export async function changePerson(ctx: Ctx, { id, ...given }: In<typeof identity.changePerson>) {
  const person = given.email ? await requireManaged(ctx, id) : await requirePerson(ctx, id)
  if (given.email) await refuseTakenEmail(ctx, given.email, id)
  if (given.managerId) await requireManager(ctx, { id, roles: await rolesOf(ctx, id) }, given.managerId)

  const { managerId, timeZone, ...same } = given
  await ctx.update('identity_people', id, { ...same, manager_id: managerId, time_zone: timeZone })
  await ctx.update('identity_users', id, { name: given.name, email: given.email, updated_at: ctx.now })
  await ctx.record(identity.events.personChanged, id, { name: given.name ?? person.name })

  return showPerson(ctx, { id })
}

export async function assignRoles(ctx: Ctx, { id, roles }: In<typeof identity.assignRoles>) {
  const person = await requireManaged(ctx, id)

  const names = await writeRoles(ctx, id, roles)
  await requireManagers(ctx)
  await ctx.record(identity.events.rolesAssigned, id, { name: person.name, roles: names || 'none' })

  return showPerson(ctx, { id })
}

export async function disable(ctx: Ctx, { id }: In<typeof identity.disable>) {
  const person = await requireManaged(ctx, id)

  await ctx.update('identity_people', id, { disabled_at: person.disabled_at ?? ctx.now })
  await ctx.delete('identity_sessions', { user_id: id })
  await requireManagers(ctx)
  await ctx.record(identity.events.personDisabled, id, { name: person.name })

  return showPerson(ctx, { id })
}

export async function enable(ctx: Ctx, { id }: In<typeof identity.enable>) {
  const person = await requireManaged(ctx, id)

  await ctx.update('identity_people', id, { disabled_at: null })
  await ctx.record(identity.events.personEnabled, id, { name: person.name })

  return showPerson(ctx, { id })
}
