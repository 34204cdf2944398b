import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, invalid } from '../../../kernel/errors.ts'
import { availability } from '../contract.ts'
import { whyNotPlace } from './calendar.ts'
import { aroundOf, requireChangeable } from './people.ts'
import type { PlaceRow } from './tables.ts'
import { person } from './time.ts'

export const placeOf = (ctx: Ctx, id: string): Promise<PlaceRow | undefined> =>
  ctx.db.selectFrom('availability_people').selectAll().where('person_id', '=', id).executeTakeFirst()

/** Take over a change of somebody’s working time; refused where another came in between. */
export async function keepPlace(
  ctx: Ctx,
  id: string,
  { version, ...said }: { version: number } & Partial<PlaceRow>,
): Promise<void> {
  const before = await placeOf(ctx, id)
  if ((before?.version ?? 0) !== version)
    throw conflict(
      `${before?.changed_by ?? 'Somebody'} changed this working time since you opened the page. Load it again and repeat your change.`,
    )
  const change = { ...said, version: version + 1, changed_by: ctx.actor.name, changed_at: ctx.now }
  if (before) await ctx.update('availability_people', { person_id: id }, change)
  else
    await ctx.insert('availability_people', {
      ...{ person_id: id, country: null, region: null, starts_on: null, ends_on: null },
      ...change,
    })
}

export async function setPlace(ctx: Ctx, input: In<typeof availability.setPlace>) {
  const { id, country, region, startsOn, endsOn, version } = input
  const around = await aroundOf(ctx)
  const { name } = requireChangeable(around, id, { byOneself: true })
  const before = await placeOf(ctx, id)
  const { isSelf, leads, manages } = around.askerOf(id)
  const keepsDays = (before?.starts_on ?? null) === startsOn && (before?.ends_on ?? null) === endsOn
  if (isSelf && !leads && !manages && !keepsDays)
    throw forbidden('From when to when you work here is for your manager to say. Your country is yours.')
  const objection = country
    ? await whyNotPlace({ country, region })
    : region
      ? 'A part needs its country.'
      : null
  if (objection) throw invalid(objection)
  if (startsOn && endsOn && endsOn < startsOn)
    throw invalid(`The last day, ${endsOn}, lies before the first, ${startsOn}.`)

  await keepPlace(ctx, id, { country, region, starts_on: startsOn, ends_on: endsOn, version })
  await ctx.record(availability.events.placeSet, id, { who: name })

  return person(ctx, { id })
}
