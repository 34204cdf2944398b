import type { Selectable } from 'kysely'
import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Tables } from '../../../kernel/db/tables.ts'
import { conflict, forbidden, missing } from '../../../kernel/errors.ts'
import { requirePerson } from '../../identity/server/index.ts'

export { todayOf } from '../../metrics/server/index.ts'

type Own = Extract<keyof Tables, `teamwork_${string}`>

/** One row of this module by its id, or a refusal that names what is not there. */
export async function requireRow<T extends Own>(
  ctx: Ctx,
  table: T,
  id: string,
  what: string,
): Promise<Selectable<Tables[T]>> {
  const row = await ctx.db
    .selectFrom(table as 'teamwork_commitments')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw missing(what)
  return row as unknown as Selectable<Tables[T]>
}

/** Refuse a change that was begun on a version which is no more: `what` is “this commitment”. */
export function requireFresh(row: { version: number }, version: number, what: string): void {
  if (row.version !== version)
    throw conflict(`Somebody changed ${what} since you opened it. Load it again and repeat your change.`)
}

export const manages = (ctx: Ctx): boolean => holds(ctx.actor, 'teamwork:manage')

export const isMe = (ctx: Ctx, id: string | null): boolean =>
  ctx.actor.personId !== undefined && ctx.actor.personId === id

/** Whoever asks, as a person: what is said here is said under somebody’s name. */
export function requireMe(ctx: Ctx): { id: string; name: string } {
  const { personId, name } = ctx.actor
  if (!personId) throw forbidden('This is said under a person’s name. Sign in as yourself.')
  return { id: personId, name }
}

/** Somebody who has access; nothing is laid on people who left. */
export async function requirePresent(ctx: Ctx, id: string): Promise<{ id: string; name: string }> {
  const { name, disabled_at } = await requirePerson(ctx, id)
  if (disabled_at) throw conflict(`${name} has no access any more. Choose somebody who is here.`)
  return { id, name }
}
