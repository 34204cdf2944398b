import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays, type Day } from '../../../methods/days.ts'
import { hoursOf } from '../../availability/server/index.ts'
import { directory } from '../../identity/server/index.ts'
import { type Plan, planOf } from '../../load/server/index.ts'
import { mondayOf } from '../../timesheets/rules.ts'
import { stageTime, writtenIn } from '../../timesheets/server/index.ts'
import { reaching } from '../../trace/server/index.ts'
import type { Worked } from '../rules.ts'

type Bare = Omit<Worked, 'isVision'>

/** Pieces of days as one for each person, week and item or duty. */
class Weeks {
  private readonly all = new Map<string, Bare>()

  add(day: Day, personId: string, piece: Omit<Bare, 'week' | 'personId'>): void {
    const week = mondayOf(day)
    const key = `${personId} ${week} ${piece.itemId} ${piece.duty} ${piece.source}`
    const known = this.all.get(key)
    if (known) known.minutes += piece.minutes
    else this.all.set(key, { ...piece, personId, week })
  }

  pieces = (): Bare[] => [...this.all.values()]
}

/** Which of these lead up to the vision, as links stand now. */
export async function judged(ctx: Ctx, all: readonly Bare[]): Promise<Worked[]> {
  const ids = [...new Set(all.flatMap((one) => one.itemId ?? []))]
  const leadsUp = await reaching(
    ctx,
    ids.map((id) => ({ kind: 'item', id })),
  )
  return all.map((one) => ({
    ...one,
    isVision: one.itemId !== null && leadsUp({ kind: 'item', id: one.itemId }),
  }))
}

async function written(ctx: Ctx, from: Day, to: Day): Promise<Bare[]> {
  const weeks = new Weeks()
  for (const { day, person_id, minutes, item_id, duty } of await writtenIn(ctx, from, to))
    weeks.add(day, person_id, { minutes, itemId: item_id, duty, source: 'entries' })
  return weeks.pieces()
}

/** What people held on the board, and other duties of days: worked, and not vision. */
async function held(ctx: Ctx, ids: readonly string[], from: Day, to: Day): Promise<Bare[]> {
  const weeks = new Weeks()
  for (const { day, personId, itemId, minutes } of await stageTime(ctx, ids, from, to))
    weeks.add(day, personId, { minutes, itemId, duty: null, source: 'stages' })
  for (const [personId, days] of await hoursOf(ctx, ids, from, to))
    for (const { day, duties } of days)
      if (duties > 0)
        weeks.add(day, personId, { minutes: duties, itemId: null, duty: 'other', source: 'stages' })
  return weeks.pieces()
}

export const membersOf = async (ctx: Ctx): Promise<string[]> => {
  const { rows } = await directory(ctx)
  return [...rows.values()].filter((one) => !one.company && !one.disabled_at).map((one) => one.id)
}

/**
 * What was worked from one Monday to a Sunday: entries, and of people who wrote nothing in a week and have worked on
 * the board, what they held.
 */
export async function workedIn(ctx: Ctx, from: Day, to: Day): Promise<Worked[]> {
  const entries = await written(ctx, from, to)
  const tracked = new Set(entries.map((one) => `${one.personId} ${one.week}`))
  const ids = await membersOf(ctx)
  const stages = await held(ctx, ids, from, to)
  const onBoard = new Set(stages.filter((one) => one.itemId).map((one) => one.personId))
  const rest = stages.filter(
    (one) => onBoard.has(one.personId) && !tracked.has(`${one.personId} ${one.week}`),
  )
  return judged(ctx, [...entries, ...rest])
}

export const nobody = 'nobody'
export const weeksAhead = 4

/** What is planned in four weeks from a day on. */
export async function plannedIn(
  ctx: Ctx,
  from?: Day | undefined,
): Promise<{ plan: Plan; work: (Worked & { itemId: string })[] }> {
  const plan = await planOf(ctx, { from, weeks: weeksAhead })
  return { plan, work: (await judged(ctx, piecesOf(plan))) as (Worked & { itemId: string })[] }
}

/** What a plan holds in its four weeks; what nobody has falls into the first of them. */
export function piecesOf(plan: Plan): (Bare & { itemId: string })[] {
  const open = plan.items.filter((one) => one.assignees.length === 0 && one.minutes > 0)
  const last = addDays(plan.first, 7 * weeksAhead - 1)
  const weeks = new Weeks()
  for (const { item, personId, at, minutes } of plan.pieces)
    if (at >= 0 && at < 7 * weeksAhead)
      weeks.add(addDays(plan.first, at), personId, { minutes, itemId: item.id, duty: null, source: 'plan' })
  const waiting = open
    .filter((one) => (one.startsOn ?? one.dueOn ?? plan.today) <= last)
    .map((one) => ({
      ...{ personId: nobody, week: plan.first, minutes: one.minutes, itemId: one.id },
      ...{ duty: null, source: 'plan' as const },
    }))
  return [...weeks.pieces(), ...waiting] as (Bare & { itemId: string })[]
}
