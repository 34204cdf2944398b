import type { Ctx } from '../../../kernel/ctx.ts'
import { hubPeople } from '../../availability/server/index.ts'
import { directory } from '../../identity/server/index.ts'
import type { Named } from '../contract.ts'

type Kind = 'team' | 'role' | 'hub'
export type Groups = {
  all: Record<Kind, Named[]>
  has: (kind: Kind, id: string, personId: string) => boolean
}

/** Teams, roles and hubs, and who is in which. */
export async function belonging(ctx: Ctx): Promise<Groups> {
  const { teams, roles } = await directory(ctx)
  const hubs = await hubPeople(ctx)
  const members = new Set(hubs.flatMap((hub) => hub.people.map((id) => `hub ${hub.id} ${id}`)))
  const named = { team: new Map<string, string>(), role: new Map<string, string>() }
  for (const [kind, of] of [
    ['team', teams],
    ['role', roles],
  ] as const)
    for (const [personId, theirs] of of)
      for (const one of theirs) {
        named[kind].set(one.id, one.name)
        members.add(`${kind} ${one.id} ${personId}`)
      }
  return {
    all: {
      team: sorted(named.team),
      role: sorted(named.role),
      hub: sorted(new Map(hubs.map((one) => [one.id, one.name]))),
    },
    has: (kind, id, personId) => members.has(`${kind} ${id} ${personId}`),
  }
}

const sorted = (all: Map<string, string>): Named[] =>
  [...all].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name))
