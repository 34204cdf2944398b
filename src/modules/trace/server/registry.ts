import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Database, Reader } from '../../../kernel/db/database.ts'
import { service } from '../../../kernel/service.ts'
import type { Ref } from '../rules.ts'

type Named = { name: string; note?: string }

/** A kind of record that serves another or is served. */
export type Kind = {
  kind: string
  /** What people call one: `Budget line`. */
  title: string
  /** Kinds it may be linked up to; those at the top have none. */
  under: string[]
  /** Permission to see records of it, and to link one up. */
  read: string
  manage: string
  /** Its module alone links it up, as it came about: an order to the line it was approved on. */
  isFixed?: true
  /** Its names are not for everybody who reads the feed: links are told there without them. */
  staysOutOfFeed?: true
  path(id: string): string
  /** Why one cannot stand under another of the kinds it may, or null. */
  whyNotUnder?(db: Reader | Database, id: string, parent: Ref): Promise<string | null>
  /** Why its link stays as it is whoever asks, or null; asked only of a record that is linked up. */
  whyNotElsewhere?(db: Reader | Database, id: string): Promise<string | null>
  /** The records of these ids that exist, with the names people know them by. */
  named(db: Reader | Database, ids: string[]): Promise<Map<string, Named>>
  /** Records whose names hold the words, the likeliest first, fifty at most. */
  find(db: Reader | Database, words: string): Promise<{ id: string; name: string }[]>
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
}

export const traced = service<Kinds>('traced')

/** What records of one kind are called, as far as they exist and the asker may read them. */
export async function readableNames(
  ctx: Ctx,
  kind: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const known = ctx.use(traced).get(kind)
  if (!known || ids.length === 0 || !holds(ctx.actor, known.read)) return new Map()
  const found = await known.named(ctx.db, [...new Set(ids)])
  return new Map([...found].map(([id, { name }]) => [id, name]))
}
