import { createHash } from 'node:crypto'
import type { Actor } from '../../../kernel/actor.ts'
import type { App } from '../../../kernel/app.ts'
import { unauthenticated } from '../../../kernel/errors.ts'
import type { ActorSource } from '../../../kernel/http/server.ts'
import type { Authentication } from './authentication.ts'
import { describe } from './installation.ts'
import { permissionsOf } from './permissions.ts'

const fresh = 3_000
const most = 5_000

export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** Who stands behind a session cookie or a bearer. Remembered for seconds, and forgotten when identity changes. */
export function createActorSource(app: App, auth: Authentication): ActorSource {
  const known = [...describe(app).permissions.keys()]
  const cache = new Map<string, { actor: Actor | undefined; until: number }>()
  let generation = 0
  app.live.on('news', (news: { module: string }) => {
    if (news.module !== 'identity') return
    generation += 1
    cache.clear()
  })

  const find = async (headers: Headers, bearer: string | undefined): Promise<Actor | undefined> =>
    bearer ? byKey(app, bearer, known) : bySession(app, auth, headers, known)

  return async (headers) => {
    const bearer = headers.get('authorization')?.match(/^bearer (\S+)$/i)?.[1]
    const name = bearer ?? auth.cookieOf(headers)
    if (!name) return undefined
    const now = Date.now()
    const met = cache.get(name)
    if (met && met.until > now) return met.actor

    const began = generation
    const actor = await find(headers, bearer)
    if (began === generation && actor) {
      if (cache.size > most) cache.clear()
      cache.set(name, { actor, until: now + fresh })
    }
    return actor
  }
}

async function bySession(app: App, auth: Authentication, headers: Headers, known: string[]) {
  const session = await auth.sessionOf(headers)
  if (!session) return undefined
  const person = await presentPerson(app, session.personId)
  if (!person) return undefined
  return {
    kind: 'person' as const,
    id: person.id,
    name: person.name,
    personId: person.id,
    sessionId: session.id,
    permissions: await permissionsOf(app.db, person.id, known),
  }
}

/** A person as an asker, with what they may do at this moment; undefined where they have no access any more. */
export async function personAsking(app: App, personId: string): Promise<Actor | undefined> {
  const person = await presentPerson(app, personId)
  if (!person) return undefined
  const permissions = await permissionsOf(app.db, person.id, [...describe(app).permissions.keys()])
  return { kind: 'person', id: person.id, name: person.name, personId: person.id, permissions }
}

const presentPerson = (app: App, id: string) =>
  app.db
    .selectFrom('identity_people')
    .select(['id', 'name'])
    .where('id', '=', id)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()

async function byKey(app: App, secret: string, known: string[]): Promise<Actor> {
  const key = await app.db
    .selectFrom('identity_keys')
    .selectAll()
    .where('key_hash', '=', hashOf(secret))
    .executeTakeFirst()
  if (!key) throw unauthenticated('This API key is not known here.')
  if (key.revoked_at) throw unauthenticated(`The API key ${key.prefix}… was revoked.`)
  if (key.expires_at && key.expires_at <= app.clock())
    throw unauthenticated(
      `The API key ${key.prefix}… expired on ${key.expires_at.toISOString().slice(0, 10)}.`,
    )
  const person = await presentPerson(app, key.person_id)
  if (!person) throw unauthenticated(`The owner of the API key ${key.prefix}… has no access any more.`)

  await app.db
    .updateTable('identity_keys')
    .set({ last_used_at: app.clock() })
    .where('id', '=', key.id)
    .execute()
  const theirs = await permissionsOf(app.db, person.id, known)
  return {
    kind: 'key',
    id: key.id,
    name: `${person.name} (key ${key.name})`,
    personId: person.id,
    permissions: new Set(key.scopes.filter((scope) => theirs.has(scope))),
  }
}
