import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Database, Reader } from '../../../kernel/db/database.ts'
import { conflict, forbidden, missing } from '../../../kernel/errors.ts'
import { service } from '../../../kernel/service.ts'

type Named = { name: string; path?: string }

/** A kind of record that files hang on. */
export type AttachedKind = {
  kind: string
  /** What people call one: `Budget line`. */
  title: string
  /** Permission to see records of it, and their files with them. */
  read: string
  /** Where not everybody with that permission sees every record of it. */
  mayRead?(db: Reader | Database, personId: string, id: string): Promise<boolean>
  /** Each of these permissions lets one add, replace, rename and remove. */
  write: readonly string[]
  path(id: string): string
  /** The records of these ids that exist; with a path where it is not told by the id alone. */
  named(db: Reader | Database, ids: string[]): Promise<Map<string, Named>>
  /** Somebody from outside who was given single records: sees the files that are marked for guests. */
  guest?: {
    permission: string
    path: string
    /** Of these records, those that the asker was given. */
    given(ctx: Ctx, ids: string[]): Promise<string[]>
    /** May they add files, and change those they added? */
    mayAdd: boolean
  }
  /** Why the files of this record stay as they are, in a sentence; null while they may change. */
  whyFrozen?(ctx: Ctx, id: string): Promise<string | null>
  /** Are files marked for guests unless somebody says otherwise? */
  isForGuests?: boolean
}

/** The kinds of all modules. */
export class AttachedKinds {
  #kinds = new Map<string, AttachedKind>()

  register(...kinds: AttachedKind[]): void {
    for (const kind of kinds) this.#kinds.set(kind.kind, kind)
  }

  get(kind: string): AttachedKind | undefined {
    return this.#kinds.get(kind)
  }

  all(): AttachedKind[] {
    return [...this.#kinds.values()]
  }
}

export const attached = service<AttachedKinds>('attached')

type Ref = { kind: string; id: string }
export type Holder = {
  kind: AttachedKind
  id: string
  name: string
  /** In a sentence: `invoice`. */
  what: string
  path: string
  isGuest: boolean
  mayAdd: boolean
  /** Why nobody adds or changes files just now. */
  frozen: string | null
}

/** How the asker sees each of these records; those they may not read are left out. */
export async function holdersSeen(ctx: Ctx, kind: AttachedKind, ids: string[]): Promise<Map<string, Holder>> {
  const { permissions, personId = '' } = ctx.actor
  const isReader = holds(ctx.actor, kind.read)
  const isGuest = !isReader && kind.guest !== undefined && holds(ctx.actor, kind.guest.permission)
  if ((!isReader && !isGuest) || ids.length === 0) return new Map()
  const given = isGuest ? await kind.guest!.given(ctx, ids) : ids
  const names = given.length > 0 ? await kind.named(ctx.db, given) : new Map<string, Named>()
  const seen = new Map<string, Holder>()
  for (const [id, { name, path }] of names) {
    const isHidden =
      isReader && permissions !== 'all' && (await kind.mayRead?.(ctx.db, personId, id)) === false
    if (isHidden) continue
    const mayAdd = isGuest ? kind.guest!.mayAdd : kind.write.some((one) => holds(ctx.actor, one))
    const where = isGuest ? kind.guest!.path : (path ?? kind.path(id))
    seen.set(id, {
      kind,
      id,
      name,
      what: kind.title.toLowerCase(),
      path: where,
      isGuest,
      mayAdd,
      frozen: null,
    })
  }
  return seen
}

/** The record, which the asker may read; missing and forbidden look alike. */
export async function requireHolder(ctx: Ctx, { kind, id }: Ref): Promise<Holder> {
  const known = ctx.use(attached).get(kind)
  const seen = known && (await holdersSeen(ctx, known, [id])).get(id)
  if (!seen) throw missing(known ? `This ${known.title.toLowerCase()}` : 'This record')
  const frozen = (seen.mayAdd && (await known.whyFrozen?.(ctx, id))) || null
  return { ...seen, frozen, mayAdd: seen.mayAdd && frozen === null }
}

/** The record, to which the asker may add files. */
export async function requireOpenHolder(ctx: Ctx, ref: Ref): Promise<Holder> {
  const holder = await requireHolder(ctx, ref)
  if (holder.frozen) throw conflict(holder.frozen)
  if (!holder.mayAdd)
    throw forbidden(
      `You may read this ${holder.what} and its files. Adding one needs the right to change it.`,
    )
  return holder
}
