import { holds } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays, type Day, dayNumber } from '../../../methods/days.ts'
import { unlinked } from '../../../methods/vision-share.ts'
import { todayOf } from '../../metrics/server/index.ts'
import { mondayOf } from '../../timesheets/rules.ts'
import type { Meter, share } from '../contract.ts'
import { figureOf, isTold, shareOf, slicesOf, type Worked } from '../rules.ts'
import { dutyOf, idsOf, type Told, toldItems } from './items.ts'
import { targets } from './target.ts'
import { type Whose, whoseOf } from './whose.ts'
import { plannedIn, weeksAhead, workedIn } from './worked.ts'

const trendWeeks = 12
const sum = (all: readonly Worked[]): number => all.reduce((minutes, one) => minutes + one.minutes, 0)

/** The last four whole weeks, and twelve for the trend. */
export async function periodOf(ctx: Ctx): Promise<{ from: Day; to: Day; since: Day }> {
  const monday = mondayOf(await todayOf(ctx))
  return { from: addDays(monday, -28), to: addDays(monday, -1), since: addDays(monday, -7 * trendWeeks) }
}

export function basisOf(work: readonly Worked[]): 'entries' | 'stages' | 'both' | 'none' {
  const [entries, stages] = [
    work.some((one) => one.source === 'entries'),
    work.some((one) => one.source === 'stages'),
  ]
  if (entries && stages) return 'both'
  return entries ? 'entries' : stages ? 'stages' : 'none'
}

function gathered(work: readonly Worked[]): Map<string, Worked[]> {
  const all = new Map<string, Worked[]>()
  for (const one of work) {
    const known = all.get(one.personId)
    if (known) known.push(one)
    else all.set(one.personId, [one])
  }
  return all
}

function peopleOf({ people, isLed, has }: Whose, work: readonly Worked[]): Meter['people'] {
  const byPerson = gathered(work)
  return [...people.values()]
    .filter((one) => !one.company && !one.disabled_at && isLed(one.id) && has(one.id))
    .map(({ id, name }) => {
      const own = byPerson.get(id) ?? []
      return { id, name, share: shareOf(own), minutes: sum(own), basis: basisOf(own) }
    })
    .sort((a, b) => (a.share ?? 2) - (b.share ?? 2))
}

const teamsOf = ({ teams, members, isLed }: Whose, work: readonly Worked[]): Meter['teams'] =>
  teams.flatMap((team) => {
    const ids = new Set(members(team.id))
    if (ids.size === 0) return []
    const own = work.filter((one) => ids.has(one.personId))
    const isShown = isTold([...ids], isLed)
    return [
      { ...team, people: ids.size, share: isShown ? shareOf(own) : null, minutes: isShown ? sum(own) : null },
    ]
  })

function restOf(work: readonly Worked[], told: Map<string, Told>): Meter['rest'] {
  const item = (one: Worked) => (one.itemId ? told.get(one.itemId) : undefined)
  return {
    type: slicesOf(work, (one) => item(one)?.type ?? dutyOf(one)),
    requester: slicesOf(work, (one) => item(one)?.askedBy ?? dutyOf(one)),
    label: slicesOf(work, (one) => (item(one) ? (item(one)!.labels[0] ?? 'No label') : dutyOf(one))),
    duty: slicesOf(work, (one) => (item(one) ? 'Items that are not vision' : dutyOf(one))),
  }
}

const mostStops = 8

/** The largest pieces that are not vision, with who asked. */
function stopsOf(work: readonly Worked[], told: Map<string, Told>): Meter['stop'] {
  const by = new Map<
    string,
    { itemId: string | null; name: string; minutes: number; told: Told | undefined }
  >()
  for (const one of work.filter((piece) => !piece.isVision)) {
    const item = one.itemId ? told.get(one.itemId) : undefined
    const name = item?.name ?? dutyOf(one)
    const key = one.itemId ?? name
    const known = by.get(key) ?? {
      itemId: item && !item.isHidden ? item.id : null,
      name,
      minutes: 0,
      told: item,
    }
    by.set(key, { ...known, minutes: known.minutes + one.minutes })
  }
  return [...by.values()]
    .sort((a, b) => b.minutes - a.minutes)
    .slice(0, mostStops)
    .map(({ told: item, ...one }) => ({
      ...{ ...one, askedBy: item && !item.isHidden ? item.askedBy : null, said: item?.said ?? null },
      advice: adviceOf(one.name, item),
    }))
}

function adviceOf(name: string, item: Told | undefined): string {
  if (item)
    return item.said
      ? 'Decline it next time, or agree on who else does it.'
      : 'Link it to what it serves, or decline it next time.'
  if (name === unlinked) return 'Put what it was on the board, so that it can be judged.'
  return 'Ask which of it can be shorter, rarer, or somebody else’s.'
}

export async function show(ctx: Ctx, asked: In<typeof share.show>): Promise<Meter> {
  const whose = await whoseOf(ctx, asked)
  const { from, to, since } = await periodOf(ctx)
  const every = await workedIn(ctx, since, to)
  const work = every.filter((one) => whose.has(one.personId))
  const now = work.filter((one) => one.week >= from)
  const { plan, work: ahead } = await plannedIn(ctx)
  const versions = await targets.all(ctx.db)
  const how = { seed: dayNumber(from), percent: versions[0]!.target.percent }
  const planned = ahead.filter(
    (one) => whose.has(one.personId) || (!whose.isFiltered && one.personId === 'nobody'),
  )
  const told = await toldItems(ctx, idsOf(now))
  const bases = [...gathered(now).values()].map(basisOf)
  const many = (basis: string) => bases.filter((one) => one === basis).length
  return {
    ...{ period: { from, to }, actual: figureOf(now, how) },
    ahead: { from: plan.first, to: addDays(plan.first, 7 * weeksAhead - 1) },
    planned: { ...figureOf(planned, how), alarm: null },
    ...{ target: versions[0]!, versions },
    trend: Array.from({ length: trendWeeks }, (_, at) => {
      const week = addDays(since, 7 * at)
      const own = work.filter((one) => one.week === week)
      return { week, share: shareOf(own), minutes: sum(own) }
    }),
    people: peopleOf(whose, now),
    teams: teamsOf(
      whose,
      every.filter((one) => one.week >= from),
    ),
    ...{ rest: restOf(now, told), stop: stopsOf(now, told), isFiltered: whose.isFiltered },
    basis: { entries: many('entries'), stages: many('stages'), both: many('both'), none: many('none') },
    canSetTarget: holds(ctx.actor, 'share:manage'),
  }
}
