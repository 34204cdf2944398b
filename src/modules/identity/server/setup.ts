import { hashPassword } from 'better-auth/crypto'
import { system } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict } from '../../../kernel/errors.ts'
import { identity } from '../contract.ts'
import { writeDefaultAreas } from './areas.ts'
import { authentication, setPasswordHash } from './authentication.ts'
import { requirePerson } from './directory.ts'
import { installation } from './installation.ts'
import { addPerson } from './people.ts'
import { writeDefaultRoles } from './roles.ts'
import { becomePerson, requirePassword } from './session.ts'
import { found, settings } from './settings.ts'

const isFounded = async (ctx: Ctx): Promise<boolean> =>
  (await ctx.db.selectFrom('identity_organisation').select('id').executeTakeFirst()) !== undefined

export async function status(ctx: Ctx) {
  const here = ctx.use(installation)
  return {
    isSetUp: await isFounded(ctx),
    name: (await settings(ctx.db)).name,
    demoAvailable: here.hasRoute('demo.start'),
    sendsMail: here.sendsMail,
  }
}

/** The organisation, its roles, its overlap map, and the first person, who may do everything. */
export async function setup(ctx: Ctx, { organisation, director }: In<typeof identity.setup>) {
  if (await isFounded(ctx)) throw conflict('There is an organisation here already. Sign in instead.')
  requirePassword(director.password, director.email)

  const asked = ctx.actor
  ctx.actor = system('setup')
  await found(ctx, organisation)
  await writeDefaultRoles(ctx)
  await writeDefaultAreas(ctx)
  const { password, ...person } = director
  const passwordHash = await hashPassword(password)
  const personId = await createPerson(ctx, { ...person, passwordHash, roles: ['director'] })

  if (asked.kind === 'anonymous') {
    await ctx.use(authentication).signIn(ctx, director.email, password)
    await becomePerson(ctx, personId)
  } else ctx.actor = asked
  return { personId }
}

type NewPerson = {
  name: string
  email: string
  passwordHash: string
  roles: string[]
  title?: string
  company?: string | null
  managerId?: string | null
}

/** A person who has joined already: the director at setup, the people of the demo company. */
export async function createPerson(ctx: Ctx, given: NewPerson): Promise<string> {
  const { passwordHash, ...person } = given
  const id = await addPerson(ctx, { title: '', company: null, managerId: null, timeZone: null, ...person })
  await ctx.update('identity_people', id, { joined_at: ctx.now })
  await setPasswordHash(ctx, await requirePerson(ctx, id), passwordHash)
  await ctx.record(identity.events.personJoined, id, { name: given.name })
  return id
}

export async function me(ctx: Ctx) {
  const { actor } = ctx
  const permissions =
    actor.permissions === 'all' ? [...ctx.use(installation).permissions.keys()] : [...actor.permissions]
  const person = actor.personId ? await requirePerson(ctx, actor.personId) : undefined
  const roles = person ? await roleNames(ctx, person.id) : []
  return {
    kind: actor.kind === 'anonymous' ? ('person' as const) : actor.kind,
    name: actor.name,
    person: person
      ? {
          id: person.id,
          name: person.name,
          email: person.email,
          title: person.title,
          role: roles.join(', '),
        }
      : null,
    permissions: permissions.sort(),
    organisation: await settings(ctx.db),
  }
}

async function roleNames(ctx: Ctx, personId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('identity_person_roles as has')
    .innerJoin('identity_roles as role', 'role.id', 'has.role_id')
    .select('role.name')
    .where('has.person_id', '=', personId)
    .orderBy('role.position')
    .execute()
  return rows.map((row) => row.name)
}
