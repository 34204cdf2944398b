import type { Actor } from '../../../kernel/actor.ts'
import type { App } from '../../../kernel/app.ts'
import type { Asked, Out, Route } from '../../../kernel/contract.ts'
import { perform } from '../../../kernel/perform.ts'
import { service } from '../../../kernel/service.ts'
import { personAsking } from './actor-source.ts'

export type Asker = {
  actor: Actor
  /** Through the front door: what they may not read is refused as it is to them. */
  ask<R extends Route>(route: R, input: Asked<R>): Promise<Out<R>>
}

/** Somebody as they would ask themselves at this moment; undefined where they have no access any more. */
export async function askerOf(app: App, personId: string): Promise<Asker | undefined> {
  const actor = await personAsking(app, personId)
  if (!actor) return undefined
  return { actor, ask: (route, input) => perform(app, route, input, { actor, via: 'job' }) }
}

/** Asks as a person who is not the one calling: for what is told to them later, or elsewhere. */
export const asPerson = service<(personId: string) => Promise<Asker | undefined>>('identity.asPerson')
