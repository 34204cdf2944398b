import type { Ctx } from '../../../kernel/ctx.ts'
import type { Database, Reader } from '../../../kernel/db/database.ts'
import { missing } from '../../../kernel/errors.ts'
import { service } from '../../../kernel/service.ts'
import { holdersOf, knownPermissions } from '../../identity/server/index.ts'

/** A kind of record that is talked about. */
export type Kind = {
  kind: string
  /** What people call one: `Budget line`. */
  title: string
  /** Permission to see records of it. */
  read: string
  /** Where not everybody with that permission sees every record of it. */
  mayRead?(db: Reader | Database, personId: string, id: string): Promise<boolean>
  path(id: string): string
  /** The records of these ids that exist, with the names people know them by. */
  named(db: Reader | Database, ids: string[]): Promise<Map<string, { name: string }>>
}

/** The kinds of all modules. */
export class Kinds {
  #kinds = new Map<string, Kind>()

  register(...kinds: Kind[]): void {
    for (const kind of kinds) this.#kinds.set(kind.kind, kind)
  }

  get(kind: string): Kind | undefined {
    return this.#kinds.get(kind)
  }

  all(): Kind[] {
    return [...this.#kinds.values()]
  }
}

export const discussed = service<Kinds>('discussed')

type Ref = { kind: string; id: string }
type Discussed = Kind & { what: string; name: string; id: string }

/** The record, which the asker may read; missing and forbidden look alike. */
export async function requireRecord(ctx: Ctx, { kind, id }: Ref): Promise<Discussed> {
  const known = ctx.use(discussed).get(kind)
  const { permissions, personId = '' } = ctx.actor
  const mayRead = known && (permissions === 'all' || permissions.has(known.read))
  if (!mayRead) throw missing('This record')
  const name = (await known.named(ctx.db, [id])).get(id)?.name
  const isSeen = permissions === 'all' || ((await known.mayRead?.(ctx.db, personId, id)) ?? true)
  if (name === undefined || !isSeen) throw missing(`This ${known.title.toLowerCase()}`)
  return { ...known, what: known.title.toLowerCase(), name, id }
}

/** Whoever has access and may read the record at this moment. */
export async function readersOf(ctx: Ctx, record: Discussed): Promise<Set<string>> {
  const holders = await holdersOf(ctx.db, record.read, knownPermissions(ctx))
  if (!record.mayRead) return new Set(holders)
  const seen = await Promise.all(
    holders.map(async (id) => ((await record.mayRead?.(ctx.db, id, record.id)) ? [id] : [])),
  )
  return new Set(seen.flat())
}
