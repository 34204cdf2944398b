import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, invalid, missing } from '../../../kernel/errors.ts'
import { newSecret } from '../../../kernel/ids.ts'
import { identity } from '../contract.ts'
import { days, whyNotGrant } from '../rules.ts'
import { hashOf } from './actor-source.ts'
import { installation } from './installation.ts'

/** One's own keys; everybody's for whoever manages people. */
const visibleKeys = (ctx: Ctx) => {
  const all = ctx.db
    .selectFrom('identity_keys as key')
    .innerJoin('identity_people as owner', 'owner.id', 'key.person_id')
    .selectAll('key')
    .select('owner.name as ownerName')
  const { permissions, personId } = ctx.actor
  const seesAll = permissions === 'all' || permissions.has('people:manage')
  return seesAll ? all : all.where('key.person_id', '=', personId ?? '')
}

type KeyRow = Awaited<ReturnType<ReturnType<typeof visibleKeys>['execute']>>[number]

const toKey = (row: KeyRow, now: Date) => ({
  id: row.id,
  name: row.name,
  prefix: row.prefix,
  owner: { id: row.person_id, name: row.ownerName },
  scopes: row.scopes,
  madeAt: row.made_at.toISOString(),
  expiresAt: row.expires_at?.toISOString() ?? null,
  lastUsedAt: row.last_used_at?.toISOString() ?? null,
  state: stateOf(row, now),
})

const stateOf = (row: KeyRow, now: Date) => {
  if (row.revoked_at) return 'revoked' as const
  return row.expires_at && row.expires_at <= now ? ('expired' as const) : ('active' as const)
}

export async function listKeys(ctx: Ctx) {
  const rows = await visibleKeys(ctx).orderBy('key.made_at', 'desc').execute()
  return { keys: rows.map((row) => toKey(row, ctx.now)) }
}

export async function makeKey(ctx: Ctx, { name, scopes, expiresInDays }: In<typeof identity.makeKey>) {
  if (ctx.actor.kind !== 'person' || !ctx.actor.personId)
    throw conflict('A key belongs to a person: sign in to make one.')
  const unknown = scopes.find((scope) => !ctx.use(installation).permissions.has(scope))
  if (unknown) throw invalid(`There is no permission ${unknown}.`, [{ field: 'scopes', message: 'unknown' }])
  const objection = whyNotGrant(scopes, ctx.actor)
  if (objection) throw forbidden(objection)

  const key = `fs_${newSecret()}`
  const { id } = await ctx.insert('identity_keys', {
    id: ctx.id('key'),
    person_id: ctx.actor.personId,
    name,
    prefix: key.slice(0, 8),
    key_hash: hashOf(key),
    scopes: [...new Set(scopes)],
    made_at: ctx.now,
    expires_at: expiresInDays === null ? null : new Date(ctx.now.getTime() + expiresInDays * days),
  })
  await ctx.record(identity.events.keyMade, id, { name })

  const row = await visibleKeys(ctx).where('key.id', '=', id).executeTakeFirstOrThrow()
  return { key, line: toKey(row, ctx.now) }
}

export async function revokeKey(ctx: Ctx, { id }: In<typeof identity.revokeKey>) {
  const row = await visibleKeys(ctx).where('key.id', '=', id).executeTakeFirst()
  if (!row) throw missing('This key')

  await ctx.update('identity_keys', id, { revoked_at: row.revoked_at ?? ctx.now })
  await ctx.record(identity.events.keyRevoked, id, { name: row.name })
  return {}
}
