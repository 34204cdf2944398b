import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, invalid, missing } from '../../../kernel/errors.ts'
import { identity } from '../contract.ts'
import { whyNotPassword } from '../rules.ts'
import { authentication, isPassword, setPassword } from './authentication.ts'
import { requirePerson } from './directory.ts'
import { personOfLink } from './links.ts'
import { knownPermissions, permissionsOf } from './permissions.ts'
import { settings } from './settings.ts'

/** From here on it is this person who acts: the audit trail names them. */
export async function becomePerson(ctx: Ctx, id: string): Promise<void> {
  const { name } = await requirePerson(ctx, id)
  const permissions = await permissionsOf(ctx.db, id, knownPermissions(ctx))
  ctx.actor = { kind: 'person', id, name, personId: id, permissions }
}

export function requirePassword(password: string, email: string): void {
  const objection = whyNotPassword(password, email)
  if (objection) throw invalid(objection, [{ field: 'password', message: objection }])
}

export async function signIn(ctx: Ctx, { email, password }: In<typeof identity.signIn>) {
  const auth = ctx.use(authentication)
  const pair = `${ctx.address} ${email}`
  auth.address.take(ctx.address, ctx.now.getTime())
  auth.pair.take(pair, ctx.now.getTime())

  const personId = await auth.signIn(ctx, email, password)
  const person = await requirePerson(ctx, personId)
  if (person.disabled_at) throw forbidden('Your access was taken away. Ask whoever manages people.')

  await becomePerson(ctx, personId)
  await ctx.record(identity.events.signedIn, personId, {})
  auth.pair.giveBack(pair)
  auth.address.giveBack(ctx.address)
  return { personId, name: person.name }
}

export async function signOut(ctx: Ctx) {
  const { sessionId, personId } = ctx.actor
  if (!sessionId || !personId) throw conflict('There is no session to end here: this call came with a key.')

  await ctx.delete('identity_sessions', sessionId)
  await ctx.record(identity.events.signedOut, personId, {})
  await ctx.use(authentication).forgetCookie(ctx)
  return {}
}

export async function showLink(ctx: Ctx, { token, purpose }: In<typeof identity.link>) {
  const { person } = await personOfLink(ctx, token, purpose)
  return { name: person.name, email: person.email, organisation: (await settings(ctx.db)).name }
}

export async function acceptInvite(ctx: Ctx, given: In<typeof identity.acceptInvite>) {
  const { link, person } = await personOfLink(ctx, given.token, 'invite')
  if (person.joined_at) throw conflict('You have joined already. Sign in instead.')
  requirePassword(given.password, person.email)

  const name = given.name ?? person.name
  await becomePerson(ctx, person.id)
  await ctx.update('identity_links', link!.id, { used_at: ctx.now })
  await ctx.update('identity_people', person.id, { joined_at: ctx.now, name })
  await setPassword(ctx, { ...person, name }, given.password)
  await ctx.record(identity.events.personJoined, person.id, { name })

  await ctx.use(authentication).signIn(ctx, person.email, given.password)
  return { personId: person.id }
}

export async function reset(ctx: Ctx, given: In<typeof identity.reset>) {
  const { link, person } = await personOfLink(ctx, given.token, 'reset')
  requirePassword(given.password, person.email)

  await becomePerson(ctx, person.id)
  await ctx.update('identity_links', link!.id, { used_at: ctx.now })
  await ctx.delete('identity_sessions', { user_id: person.id })
  await setPassword(ctx, person, given.password)
  await ctx.record(identity.events.passwordChanged, person.id, {})

  await ctx.use(authentication).signIn(ctx, person.email, given.password)
  return { personId: person.id }
}

function requireSession(ctx: Ctx): { personId: string; sessionId: string } {
  const { kind, personId, sessionId } = ctx.actor
  if (kind !== 'person' || !personId)
    throw conflict('Only a person who signed in has a password and sessions.')
  return { personId, sessionId: sessionId ?? '' }
}

export async function changePassword(ctx: Ctx, given: In<typeof identity.changePassword>) {
  const { personId } = requireSession(ctx)
  const auth = ctx.use(authentication)
  auth.pair.take(personId, ctx.now.getTime())
  if (!(await isPassword(ctx, personId, given.current)))
    throw invalid('The current password is not right.', [{ field: 'current', message: 'is not right' }])
  const person = await requirePerson(ctx, personId)
  requirePassword(given.password, person.email)

  await ctx.delete('identity_sessions', { user_id: personId })
  await setPassword(ctx, person, given.password)
  await ctx.record(identity.events.passwordChanged, personId, {})

  await auth.signIn(ctx, person.email, given.password)
  auth.pair.giveBack(personId)
  return {}
}

export async function sessions(ctx: Ctx) {
  const { personId, sessionId } = requireSession(ctx)
  const rows = await ctx.db
    .selectFrom('identity_sessions')
    .select(['id', 'ip_address', 'user_agent', 'created_at', 'expires_at'])
    .where('user_id', '=', personId)
    .where('expires_at', '>', ctx.now)
    .orderBy('created_at', 'desc')
    .execute()
  return {
    sessions: rows.map((row) => ({
      id: row.id,
      agent: row.user_agent ?? '',
      address: row.ip_address ?? '',
      startedAt: row.created_at.toISOString(),
      expiresAt: row.expires_at.toISOString(),
      isThis: row.id === sessionId,
    })),
  }
}

export async function endSession(ctx: Ctx, { id }: In<typeof identity.endSession>) {
  const { personId } = requireSession(ctx)
  const gone = await ctx.delete('identity_sessions', { id, user_id: personId })
  if (!gone) throw missing('This session')
  await ctx.record(identity.events.sessionEnded, personId, {})
  return {}
}
