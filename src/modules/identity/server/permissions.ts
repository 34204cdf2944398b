import type { Ctx } from '../../../kernel/ctx.ts'
import type { Reader } from '../../../kernel/db/database.ts'
import { conflict } from '../../../kernel/errors.ts'
import { defaultPermissions, whyNotLast } from '../rules.ts'
import { installation } from './installation.ts'

type Known = readonly string[]

/** What a role may do: its own list, or the defaults while nobody has edited it. */
export const permissionsOfRole = (
  role: { id: string; permissions: string[] | null },
  known: Known,
): string[] => role.permissions ?? defaultPermissions(role.id, known)

/** The union over a person's roles. */
export async function permissionsOf(db: Reader, personId: string, known: Known): Promise<Set<string>> {
  const roles = await db
    .selectFrom('identity_person_roles as has')
    .innerJoin('identity_roles as role', 'role.id', 'has.role_id')
    .where('has.person_id', '=', personId)
    .select(['role.id', 'role.permissions'])
    .execute()
  return new Set(roles.flatMap((role) => permissionsOfRole(role, known)))
}

/** The roles a person has. */
export async function rolesOf(db: Reader, personId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('identity_person_roles')
    .select('role_id')
    .where('person_id', '=', personId)
    .execute()
  return rows.map((row) => row.role_id)
}

/** What each role is called, in their order. */
export async function roleNames(db: Reader): Promise<Map<string, string>> {
  const rows = await db.selectFrom('identity_roles').select(['id', 'name']).orderBy('position').execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

export const knownPermissions = (ctx: Ctx): string[] => [...ctx.use(installation).permissions.keys()]

/** The people with access who hold a permission. */
export async function holdersOf(db: Reader, permission: string, known: Known): Promise<string[]> {
  const rows = await db
    .selectFrom('identity_people as person')
    .innerJoin('identity_person_roles as has', 'has.person_id', 'person.id')
    .innerJoin('identity_roles as role', 'role.id', 'has.role_id')
    .where('person.disabled_at', 'is', null)
    .where('person.joined_at', 'is not', null)
    .select(['person.id as personId', 'role.id', 'role.permissions'])
    .execute()
  const holding = rows.filter((row) => permissionsOfRole(row, known).includes(permission))
  return [...new Set(holding.map((row) => row.personId))]
}

/** Called after a change, within its transaction: somebody must still be able to manage people. */
export async function requireManagers(ctx: Ctx): Promise<void> {
  const founded = await ctx.db.selectFrom('identity_organisation').select('id').executeTakeFirst()
  if (!founded) return
  const holders = await holdersOf(ctx.db, 'people:manage', knownPermissions(ctx))
  const objection = whyNotLast(holders.length)
  if (objection) throw conflict(objection)
}
