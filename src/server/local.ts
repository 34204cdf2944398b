import { timingSafeEqual } from 'node:crypto'
import { type Actor, localOwner } from '../kernel/actor.ts'
import type { App } from '../kernel/app.ts'
import { type ActorSource, actorSource } from '../kernel/http/server.ts'

/** Whoever can read the data folder's lock file owns the folder: commands on this machine come in as the owner. */
export function admitLocalOwner(app: App, secret: string): void {
  const others: ActorSource = app.services.has(actorSource)
    ? app.services.use(actorSource)
    : async () => undefined
  app.services.provide(actorSource, async (headers) => ownerOf(headers, secret) ?? others(headers))
}

function ownerOf(headers: Headers, secret: string): Actor | undefined {
  const sent = Buffer.from(headers.get('authorization') ?? '')
  const expected = Buffer.from(`Bearer local-${secret}`)
  return sent.length === expected.length && timingSafeEqual(sent, expected) ? localOwner : undefined
}
