import type { Selectable } from 'kysely'
import { holds } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Tables } from '../../../kernel/db/tables.ts'
import { conflict, forbidden, invalid, missing } from '../../../kernel/errors.ts'
import { identity, type Role } from '../contract.ts'
import { lackingAreas, roleDefaults, whyNotGrant } from '../rules.ts'
import { installation } from './installation.ts'
import { knownPermissions, permissionsOfRole, requireManagers } from './permissions.ts'

type RoleRow = Selectable<Tables['identity_roles']>

const toRole = (row: RoleRow, people: number, known: readonly string[]): Role => ({
  id: row.id,
  name: row.name,
  summary: row.summary,
  permissions: permissionsOfRole(row, known),
  reportsTo: row.reports_to,
  people,
  version: row.version,
  isDefault: row.permissions === null,
  lacks: row.permissions === null ? [] : lackingAreas(row.id, row.permissions, known),
})

async function peopleByRole(ctx: Ctx): Promise<Map<string, number>> {
  const rows = await ctx.db
    .selectFrom('identity_person_roles')
    .select((e) => ['role_id', e.fn.countAll<number>().as('people')])
    .groupBy('role_id')
    .execute()
  return new Map(rows.map((row) => [row.role_id, row.people]))
}

export async function listRoles(ctx: Ctx) {
  const rows = await ctx.db.selectFrom('identity_roles').selectAll().orderBy('position').execute()
  const counts = await peopleByRole(ctx)
  const { permissions } = ctx.use(installation)
  const known = [...permissions.keys()]
  return {
    roles: rows.map((row) => toRole(row, counts.get(row.id) ?? 0, known)),
    permissions: [...permissions].map(([name, allows]) => ({ name, allows, held: holds(ctx.actor, name) })),
  }
}

/** The roles and areas that an organisation starts with. */
export async function writeDefaultRoles(ctx: Ctx): Promise<void> {
  for (const [position, role] of roleDefaults.entries())
    await ctx.insert('identity_roles', {
      id: role.id,
      name: role.name,
      summary: role.summary,
      permissions: null,
      reports_to: role.reportsTo,
      position,
      version: 1,
    })
}

function requireKnown(permissions: string[], known: readonly string[]): void {
  const unknown = permissions.find((permission) => !known.includes(permission))
  if (unknown)
    throw invalid(`There is no permission ${unknown}.`, [{ field: 'permissions', message: 'unknown' }])
}

async function refuseTakenName(ctx: Ctx, name: string, self?: string): Promise<void> {
  const other = await ctx.db.selectFrom('identity_roles').select('id').where('name', '=', name).execute()
  if (other.some((role) => role.id !== self)) throw conflict(`There is a role ${name} already.`)
}

export async function addRole(ctx: Ctx, given: In<typeof identity.addRole>) {
  const known = knownPermissions(ctx)
  requireKnown(given.permissions, known)
  await refuseTakenName(ctx, given.name)
  const objection = whyNotGrant(given.permissions, ctx.actor)
  if (objection) throw forbidden(objection)

  const { last } = await ctx.db
    .selectFrom('identity_roles')
    .select((e) => e.fn.max('position').as('last'))
    .executeTakeFirstOrThrow()
  const row = await ctx.insert('identity_roles', {
    id: ctx.id('rol'),
    ...given,
    reports_to: [],
    position: (last ?? 0) + 1,
    version: 1,
  })
  await ctx.record(identity.events.roleAdded, row.id, { name: row.name })

  return toRole(row, 0, known)
}

export async function changeRole(ctx: Ctx, { id, version, ...given }: In<typeof identity.changeRole>) {
  const known = knownPermissions(ctx)
  const row = await ctx.db.selectFrom('identity_roles').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('This role')
  if (row.version !== version)
    throw conflict(
      `Somebody changed the role ${row.name} after you opened it. Look at it again, then decide.`,
    )
  const before = permissionsOfRole(row, known)
  const added = (given.permissions ?? []).filter((permission) => !before.includes(permission))
  requireKnown(added, known)
  const objection = whyNotGrant(added, ctx.actor)
  if (objection) throw forbidden(objection)
  if (given.name) await refuseTakenName(ctx, given.name, id)

  const changed = await ctx.update('identity_roles', id, {
    name: given.name,
    summary: given.summary,
    permissions: given.permissions,
    reports_to: given.reportsTo,
    version: version + 1,
  })
  await requireManagers(ctx)
  await ctx.record(identity.events.roleChanged, id, { name: row.name })

  return toRole(changed as RoleRow, (await peopleByRole(ctx)).get(id) ?? 0, known)
}
