import { tableFile } from '../../../engine/table-file.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays, type Day, dayOf } from '../../../methods/days.ts'
import type { availability, Named } from '../contract.ts'
import { type Hours, hoursOfDays, mondayOf, spanOf, totalOf } from '../rules.ts'
import { countries } from './calendar.ts'
import { aroundOf, named, type Person, worksHere } from './people.ts'
import { workingOf } from './working.ts'

type Asked = In<typeof availability.capacity>

const sorted = (all: Map<string, string>): Named[] =>
  [...all].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name))

/** Who belongs to what one may choose by: one read each. */
async function belongings(ctx: Ctx) {
  const [places, hubs, inHubs, skills, levels] = await Promise.all([
    ctx.db.selectFrom('availability_people').select(['person_id', 'country']).execute(),
    ctx.db.selectFrom('availability_hubs').select(['id', 'name']).where('removed_at', 'is', null).execute(),
    ctx.db.selectFrom('availability_hub_people').selectAll().execute(),
    ctx.db.selectFrom('availability_skills').select(['id', 'name']).where('removed_at', 'is', null).execute(),
    ctx.db
      .selectFrom('availability_levels')
      .select(['person_id', 'skill_id', 'stated', 'confirmed'])
      .execute(),
  ])
  const able = levels.filter((one) => (one.confirmed ?? one.stated) > 0)
  return {
    countryOf: new Map(places.map((one) => [one.person_id, one.country])),
    hubs: new Map(hubs.map((one) => [one.id, one.name])),
    skills: new Map(skills.map((one) => [one.id, one.name])),
    inHub: new Set(inHubs.map((one) => `${one.hub_id} ${one.person_id}`)),
    knows: new Set(able.map((one) => `${one.skill_id} ${one.person_id}`)),
  }
}

type Belongings = Awaited<ReturnType<typeof belongings>>
type Around = Awaited<ReturnType<typeof aroundOf>>

const isAsked = (person: Person, asked: Asked, around: Around, known: Belongings): boolean =>
  (!asked.teamId || (around.all.teams.get(person.id) ?? []).some((one) => one.id === asked.teamId)) &&
  (!asked.roleId || (around.all.roles.get(person.id) ?? []).some((one) => one.id === asked.roleId)) &&
  (!asked.hubId || known.inHub.has(`${asked.hubId} ${person.id}`)) &&
  (!asked.skillId || known.knows.has(`${asked.skillId} ${person.id}`)) &&
  (!asked.country || known.countryOf.get(person.id) === asked.country)

async function choicesOf(here: readonly Person[], { all }: Around, known: Belongings) {
  const teams = new Map<string, string>()
  const roles = new Map<string, string>()
  for (const { id } of here) {
    for (const team of all.teams.get(id) ?? []) teams.set(team.id, team.name)
    for (const role of all.roles.get(id) ?? []) roles.set(role.id, role.name)
  }
  const used = new Set(known.countryOf.values())
  return {
    ...{ teams: sorted(teams), roles: sorted(roles), hubs: sorted(known.hubs), skills: sorted(known.skills) },
    countries: used.size > 0 ? (await countries()).filter((one) => used.has(one.id)) : [],
  }
}

/** Reasons of absence in a week, each once, with its day where there is one. */
function awayIn(days: readonly Hours[]): string[] {
  const by = new Map<string, string[]>()
  for (const { day, absent, scheduled, why } of days) {
    const [first] = why
    if (first === undefined || (absent === 0 && scheduled > 0)) continue
    by.set(first, [...(by.get(first) ?? []), day])
  }
  return [...by].map(([what, on]) => (/^(Starts|Left) on/.test(what) ? what : `${what}: ${daysInWords(on)}`))
}

const daysInWords = (days: readonly Day[]): string =>
  days.length === 1 ? days[0]! : `${days[0]} to ${days.at(-1)!.slice(8)} (${days.length} days)`

export async function capacity(ctx: Ctx, asked: Asked) {
  const around = await aroundOf(ctx)
  const known = await belongings(ctx)
  const first = dayOf(mondayOf(asked.from ?? around.today))
  const last = addDays(first, 7 * asked.weeks - 1)
  const here = [...around.people.values()].filter(worksHere)
  const shown = here.filter((person) => isAsked(person, asked, around, known))
  const ids = shown.map((person) => person.id)
  const working = await workingOf(ctx, ids, { from: first, to: last }, around)
  const span = spanOf(first, last)
  const starts = Array.from({ length: asked.weeks }, (_, at) => 7 * at)
  const people = shown.map((person) => {
    const days = hoursOfDays(working.get(person.id)!, span)
    const weeks = starts.map((at) => {
      const week = days.slice(at, at + 7)
      return { ...totalOf(week), away: awayIn(week) }
    })
    return {
      ...{ ...named(person), title: person.title, weeks, country: known.countryOf.get(person.id) ?? null },
      teams: (around.all.teams.get(person.id) ?? []).map((one) => one.name),
    }
  })
  return {
    ...{ weeks: starts.map((at) => span[at]!.day), today: around.today, people },
    totals: starts.map((_, at) => totalOf(people.map((one) => ({ ...one.weeks[at]!, day: '', why: [] })))),
    ...{ before: addDays(first, -7 * asked.weeks), after: addDays(last, 1) },
    choices: await choicesOf(here, around, known),
  }
}

export async function exportCapacity(ctx: Ctx, { format, ...asked }: In<typeof availability.exportCapacity>) {
  const { weeks, people } = await capacity(ctx, asked)
  const heading = [
    'person',
    'title',
    'teams',
    'country',
    'week',
    'scheduled h',
    'absent h',
    'duties h',
    'available h',
    'away',
  ]
  const rows = people.flatMap((one) =>
    one.weeks.map((week, at) => [
      ...[one.name, one.title, one.teams.join(', '), one.country ?? '', weeks[at]!],
      ...[week.scheduled / 60, week.absent / 60, week.duties / 60, week.available / 60],
      week.away.join('; '),
    ]),
  )
  return tableFile(format, { name: `capacity-${weeks[0]}`, heading, rows })
}
