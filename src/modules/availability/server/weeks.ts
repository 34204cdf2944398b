import { holds } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, invalid, missing } from '../../../kernel/errors.ts'
import { availability } from '../contract.ts'
import { weeksInForce, whyNotWeek } from '../rules.ts'
import { aroundOf, requireChangeable, todayOf } from './people.ts'
import { keepPlace } from './place.ts'
import type { WeekRow } from './tables.ts'
import { person, toWeek, weekRows } from './time.ts'
import { toWeekFrom } from './working.ts'

type Said = Omit<In<typeof availability.setUsualWeek>, 'version'>

/** Put a week in force from its day on; one that began on the same day gives way and stays on record. */
async function keepWeek(ctx: Ctx, personId: string | null, said: Said, version: number): Promise<string> {
  const objection = whyNotWeek(said.minutes)
  if (objection) throw invalid(objection, [{ field: 'minutes', message: objection }])
  const same = (await weekRows(ctx, personId)).find((row) => row.from_on === said.fromOn)
  if (same) await ctx.update('availability_weeks', same.id, { removed_at: ctx.now })
  const { id } = await ctx.insert('availability_weeks', {
    ...{ id: ctx.id('wk'), person_id: personId, from_on: said.fromOn, minutes: said.minutes.map(String) },
    ...{ focus_percent: said.focusPercent, reason: said.reason, version, removed_at: null },
    ...{ changed_by: ctx.actor.name, changed_at: ctx.now },
  })
  return id
}

export async function setWeek(ctx: Ctx, { id, version, ...said }: In<typeof availability.setWeek>) {
  const { name } = requireChangeable(await aroundOf(ctx), id, { byOneself: false })

  await keepPlace(ctx, id, { version })
  await keepWeek(ctx, id, said, version + 1)
  await ctx.record(availability.events.weekSet, id, { who: name, day: said.fromOn })

  return person(ctx, { id })
}

async function requireWeek(ctx: Ctx, id: string): Promise<{ row: WeekRow; who: string }> {
  const row = await ctx.db
    .selectFrom('availability_weeks')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw missing('This working week')
  if (row.person_id !== null) {
    const { name } = requireChangeable(await aroundOf(ctx), row.person_id, { byOneself: false })
    return { row, who: name }
  }
  if (!holds(ctx.actor, 'availability:manage'))
    throw forbidden('The organisation’s week takes the permission availability:manage.')
  return { row, who: organisation }
}

const organisation = 'the organisation'

export async function removeWeek(ctx: Ctx, { id }: In<typeof availability.removeWeek>) {
  const { row, who } = await requireWeek(ctx, id)
  if (row.removed_at) throw conflict('This change of the week was taken back already.')

  await ctx.update('availability_weeks', id, { removed_at: ctx.now })
  await ctx.record(availability.events.weekRemoved, row.person_id ?? 'week', { who, day: row.from_on })

  return { id }
}

export async function restoreWeek(ctx: Ctx, { id }: In<typeof availability.restoreWeek>) {
  const { row, who } = await requireWeek(ctx, id)
  const standing = await weekRows(ctx, row.person_id)
  if (standing.some((one) => one.from_on === row.from_on))
    throw conflict(`Another week holds from ${row.from_on} on. Take that back first.`)

  await ctx.update('availability_weeks', id, { removed_at: null })
  await ctx.record(availability.events.weekSet, row.person_id ?? 'week', { who, day: row.from_on })

  return { id }
}

const versionOf = async (ctx: Ctx): Promise<number> => {
  const rows = await ctx.db
    .selectFrom('availability_weeks')
    .select('version')
    .where('person_id', 'is', null)
    .orderBy('version', 'desc')
    .limit(1)
    .execute()
  return rows[0]?.version ?? 0
}

export async function usualWeek(ctx: Ctx) {
  const rows = await weekRows(ctx, null)
  const today = await todayOf(ctx)
  const now = weeksInForce([], rows.toReversed().map(toWeekFrom)).findLast((one) => one.fromOn <= today)!
  return {
    weeks: rows.map(toWeek),
    now: { minutes: [...now.minutes], focusPercent: now.focusPercent },
    version: await versionOf(ctx),
    can: { manage: holds(ctx.actor, 'availability:manage') },
  }
}

export async function setUsualWeek(ctx: Ctx, { version, ...said }: In<typeof availability.setUsualWeek>) {
  if ((await versionOf(ctx)) !== version)
    throw conflict(
      'Somebody changed the working week since you opened this page. Load it again and repeat your change.',
    )

  const id = await keepWeek(ctx, null, said, version + 1)
  await ctx.record(availability.events.weekSet, 'week', { who: organisation, day: said.fromOn })

  return { id }
}
