import type { Access } from './contract.ts'

/** Who is asking. `permissions` is 'all' for the local owner and for the product's own jobs. */
export type Actor = {
  kind: 'anonymous' | 'person' | 'key' | 'owner' | 'system'
  id: string
  name: string
  permissions: ReadonlySet<string> | 'all'
  /** The person behind a session or a key. */
  personId?: string
  sessionId?: string
}

export const anonymous: Actor = { kind: 'anonymous', id: 'anonymous', name: 'Nobody', permissions: new Set() }
export const localOwner: Actor = { kind: 'owner', id: 'owner', name: 'Local owner', permissions: 'all' }

/** A job performs as a named part of the product: `system('imports')`. */
export const system = (name: string): Actor => ({
  kind: 'system',
  id: `system:${name}`,
  name,
  permissions: 'all',
})

/** Does the actor hold this permission? */
export const holds = (actor: Actor, permission: string): boolean =>
  actor.permissions === 'all' || actor.permissions.has(permission)

/** May the actor call a route with this access? */
export function mayCall(access: Access, actor: Actor): boolean {
  if (access === 'public') return true
  if (actor.kind === 'anonymous') return false
  return access === 'member' || holds(actor, access)
}
