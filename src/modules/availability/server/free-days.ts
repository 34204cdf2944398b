import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid, missing } from '../../../kernel/errors.ts'
import type { Day } from '../../../methods/days.ts'
import { availability, type Holiday } from '../contract.ts'
import { countries as allCountries, publicHolidays, regions, whyNotPlace } from './calendar.ts'

const most = 1000

/** Days on which nobody of the organisation works, with what each is. */
export async function freeDaysOf(ctx: Ctx): Promise<Map<Day, string>> {
  const rows = await ctx.db.selectFrom('availability_free_days').selectAll().orderBy('day').execute()
  return new Map(rows.map((row) => [row.day, row.name]))
}

export async function freeDays(ctx: Ctx) {
  return { items: [...(await freeDaysOf(ctx))].map(([day, name]) => ({ day, name })) }
}

export async function addFreeDay(ctx: Ctx, { day, name }: In<typeof availability.addFreeDay>) {
  const known = await freeDaysOf(ctx)
  const before = known.get(day)
  if (before !== undefined) throw conflict(`${day} is free already: ${before}.`)
  if (known.size >= most) throw conflict(`${most} free days are kept at most. Take past ones away.`)

  await ctx.insert('availability_free_days', { day, name })
  await ctx.record(availability.events.freeDaySet, day, { day, name })

  return freeDays(ctx)
}

export async function removeFreeDay(ctx: Ctx, { day }: In<typeof availability.removeFreeDay>) {
  if (!(await ctx.delete('availability_free_days', { day }))) throw missing('This free day')
  await ctx.record(availability.events.freeDayRemoved, day, { day })

  return freeDays(ctx)
}

export async function countries(_ctx: Ctx, { country }: In<typeof availability.countries>) {
  return { items: country ? await regions(country) : await allCountries() }
}

type Place = { country: string; region: string | null }

const changesOf = (ctx: Ctx, { country, region }: Place) =>
  ctx.db
    .selectFrom('availability_holidays')
    .selectAll()
    .where('country', '=', country)
    .where('region', '=', region ?? '')

async function requirePlace(place: Place): Promise<void> {
  const objection = await whyNotPlace(place)
  if (objection) throw invalid(objection)
}

export async function holidays(ctx: Ctx, { year, ...place }: In<typeof availability.holidays>) {
  await requirePlace(place)
  const known = await publicHolidays(place, year)
  const changes = await changesOf(ctx, place)
    .where('day', '>=', `${year}-01-01`)
    .where('day', '<=', `${year}-12-31`)
    .execute()
  const items = new Map<Day, Holiday>()
  for (const [day, name] of known) items.set(day, { day, name, isAdded: false, isOff: false, by: null })
  for (const one of changes)
    items.set(one.day, {
      ...{ day: one.day, name: one.name, by: one.changed_by },
      ...{ isAdded: !known.has(one.day), isOff: one.is_off },
    })
  return { items: [...items.values()].sort((a, b) => a.day.localeCompare(b.day)) }
}

const nameOf = ({ country, region }: Place) => (region ? `${country}-${region}` : country)

export async function setHoliday(
  ctx: Ctx,
  { day, name, isOff, ...place }: In<typeof availability.setHoliday>,
) {
  await requirePlace(place)
  const year = Number(day.slice(0, 4))
  const isPublic = (await publicHolidays(place, year)).has(day)
  if (isOff && !isPublic)
    throw invalid(`${day} is no public holiday in ${nameOf(place)}, so there is nothing to switch off.`)

  const said = { name, is_off: isOff, changed_by: ctx.actor.name, changed_at: ctx.now }
  const before = await changesOf(ctx, place).where('day', '=', day).executeTakeFirst()
  const row = { id: ctx.id('hol'), country: place.country, region: place.region ?? '', day }
  if (before) await ctx.update('availability_holidays', before.id, said)
  else await ctx.insert('availability_holidays', { ...row, ...said })
  const words = isOff ? `people work on ${name}` : name
  await ctx.record(availability.events.holidaySet, day, { day, name: words, place: nameOf(place) })

  return holidays(ctx, { ...place, year })
}

export async function resetHoliday(ctx: Ctx, { day, ...place }: In<typeof availability.resetHoliday>) {
  const before = await changesOf(ctx, place).where('day', '=', day).executeTakeFirst()
  if (!before) throw missing('What was said about this holiday')

  await ctx.delete('availability_holidays', before.id)
  await ctx.record(availability.events.holidayReset, day, { day, place: nameOf(place) })

  return holidays(ctx, { ...place, year: Number(day.slice(0, 4)) })
}
