import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { forbidden, invalid, missing } from '../../../kernel/errors.ts'
import { type Day, dayIn } from '../../../methods/days.ts'
import { directory, holdersOf, knownPermissions, settings } from '../../identity/server/index.ts'
import type { Named } from '../contract.ts'
import type { Asker } from '../rules.ts'

type Directory = Awaited<ReturnType<typeof directory>>
export type Person = Directory['rows'] extends Map<string, infer Row> ? Row : never

export const todayOf = async (ctx: Ctx): Promise<Day> => dayIn((await settings(ctx.db)).timeZone, ctx.now)

/** Those who work here: guests of other firms have no working time. */
export const worksHere = (person: Person): boolean => person.company === null && person.disabled_at === null

export const named = ({ id, name }: Person): Named => ({ id, name })

/** Everybody, and what the asker is to each. */
export type Around = {
  all: Directory
  people: Map<string, Person>
  today: Day
  askerOf: (personId: string) => Asker
}

/** One read of the directory, with who stands in today for a manager who is away. */
export async function aroundOf(ctx: Ctx): Promise<Around> {
  const all = await directory(ctx)
  const today = await todayOf(ctx)
  const self = ctx.actor.personId ?? ''
  const rows = await ctx.db
    .selectFrom('availability_leave')
    .select('person_id')
    .where('stand_in_id', '=', self)
    .where('state', '=', 'approved')
    .where('from_on', '<=', today)
    .where('to_on', '>=', today)
    .execute()
  const leading = new Set([self, ...rows.map((row) => row.person_id)])
  const manages = holds(ctx.actor, 'availability:manage')
  const askerOf = (personId: string): Asker => {
    const managerId = all.rows.get(personId)?.manager_id ?? null
    const manager = all.rows.get(managerId ?? '')
    return {
      ...{ isSelf: personId === self, leads: managerId !== null && leading.has(managerId), manages },
      isLed: manager !== undefined && worksHere(manager),
    }
  }
  return { all, people: all.rows, today, askerOf }
}

/** Somebody who works here. */
export function requireHere(around: Around, id: string): Person {
  const person = around.people.get(id)
  if (!person) throw missing('This person')
  if (!worksHere(person)) throw invalid(`${person.name} does not work here, so there is no working time.`)
  return person
}

/** Somebody whose working time the asker may see. */
export function requireSeen(ctx: Ctx, around: Around, id: string): Person {
  const { isSelf, leads } = around.askerOf(id)
  if (!isSelf && !leads && !holds(ctx.actor, 'availability:read')) throw missing('This person')
  return requireHere(around, id)
}

/** Somebody whose working time the asker may change: oneself where it says so, or those one leads. */
export function requireChangeable(around: Around, id: string, { byOneself }: { byOneself: boolean }): Person {
  const { isSelf, leads, manages } = around.askerOf(id)
  if (!leads && !manages && !(isSelf && byOneself))
    throw forbidden(
      isSelf
        ? 'Your manager says this about you. Ask them.'
        : 'This is for the person’s manager, or takes the permission availability:manage.',
    )
  return requireHere(around, id)
}

/** Who decides about somebody’s leave: the manager, or where there is none whoever may manage. */
export async function decidersOf(ctx: Ctx, around: Around, person: Person): Promise<string[]> {
  const manager = around.people.get(person.manager_id ?? '')
  if (manager && worksHere(manager)) {
    const standing = await standInOf(ctx, manager.id, around.today)
    return standing && standing !== person.id ? [manager.id, standing] : [manager.id]
  }
  const holders = await holdersOf(ctx.db, 'availability:manage', knownPermissions(ctx))
  return holders.filter((id) => id !== person.id)
}

async function standInOf(ctx: Ctx, personId: string, day: Day): Promise<string | null> {
  const row = await ctx.db
    .selectFrom('availability_leave')
    .select('stand_in_id')
    .where('person_id', '=', personId)
    .where('state', '=', 'approved')
    .where('from_on', '<=', day)
    .where('to_on', '>=', day)
    .where('stand_in_id', 'is not', null)
    .executeTakeFirst()
  return row?.stand_in_id ?? null
}
