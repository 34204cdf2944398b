import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Database } from '../../../kernel/db/database.ts'
import { conflict, forbidden, invalid, missing } from '../../../kernel/errors.ts'
import { directory } from '../../identity/server/index.ts'
import { leads, mondayOf, whyNotMore, whyNotOpen } from '../rules.ts'

export type Person =
  Awaited<ReturnType<typeof directory>>['rows'] extends Map<string, infer Row> ? Row : never

const worksHere = (person: Person): boolean => person.company === null && person.disabled_at === null

/** Whoever asks, as somebody who works here and has time of their own. */
export async function requireSelf(ctx: Ctx): Promise<Person> {
  const { rows } = await directory(ctx)
  const self = rows.get(ctx.actor.personId ?? '')
  if (!self) throw forbidden('Time is written down by people. Sign in as one.')
  if (!worksHere(self)) throw forbidden('People of other firms keep their time with them.')
  return self
}

/** Oneself, or somebody one leads; people one does not lead are not there. */
export async function requireSeen(ctx: Ctx, personId: string | undefined): Promise<Person> {
  const { rows } = await directory(ctx)
  const self = ctx.actor.personId ?? ''
  const id = personId ?? self
  const person = rows.get(id)
  const mayLook = ctx.actor.kind === 'owner' || id === self || leads(rows, self, id)
  if (!person || !mayLook) throw missing('The time of this person')
  if (!worksHere(person)) throw invalid(`${person.name} does not work here and has no time to show.`)
  return person
}

export const isLedBy = async (ctx: Ctx, personId: string): Promise<boolean> => {
  const { rows } = await directory(ctx)
  return leads(rows, ctx.actor.personId ?? '', personId)
}

/** Oneself first, then the people one leads, by name. */
export async function seenPeople(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  const { rows } = await directory(ctx)
  const self = ctx.actor.personId ?? ''
  const seen = [...rows.values()].filter(
    (one) => worksHere(one) && (one.id === self || leads(rows, self, one.id)),
  )
  return seen
    .sort((a, b) => Number(b.id === self) - Number(a.id === self) || a.name.localeCompare(b.name))
    .map(({ id, name }) => ({ id, name }))
}

export async function lockOf(ctx: Ctx, personId: string, weekOn: string) {
  return ctx.db
    .selectFrom('timesheets_locks')
    .selectAll()
    .where('person_id', '=', personId)
    .where('week_on', '=', weekOn)
    .where('reopened_at', 'is', null)
    .executeTakeFirst()
}

type Change = { day: string; more: number }

/** Two windows of one person write one after the other, so that together they cannot fill a day twice. */
export async function takeTurn(ctx: Ctx, personId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`timesheets ${personId}`}))`.execute(ctx.db as Database)
}

/** Weeks that are open and days that have room for what is written into them. */
export async function requireRoomIn(ctx: Ctx, personId: string, changes: readonly Change[]): Promise<void> {
  await takeTurn(ctx, personId)
  const byDay = new Map<string, number>()
  for (const { day, more } of changes) byDay.set(day, (byDay.get(day) ?? 0) + more)
  for (const weekOn of new Set([...byDay.keys()].map(mondayOf))) {
    const lock = await lockOf(ctx, personId, weekOn)
    const objection = whyNotOpen(lock ? { by: lock.locked_by, weekOn } : null)
    if (objection) throw conflict(objection)
  }
  for (const [day, more] of byDay) {
    const { before } = await ctx.db
      .selectFrom('timesheets_entries')
      .select(sql<number>`coalesce(sum(minutes), 0)::int`.as('before'))
      .where('person_id', '=', personId)
      .where('day', '=', day)
      .where('removed_at', 'is', null)
      .executeTakeFirstOrThrow()
    const objection = more > 0 ? whyNotMore(day, before, more) : null
    if (objection) throw invalid(objection, [{ field: 'minutes', message: objection }])
  }
}
