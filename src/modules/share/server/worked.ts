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
  const rows = await writtenIn(ctx, from, to)
  return rows.map((row) => ({
    ...{ personId: row.person_id, week: mondayOf(row.day), minutes: row.minutes, itemId: row.item_id },
    ...{ duty: row.duty, source: 'entries' as const },
  }))
}

/** Other duties of days, for people who write nothing down: worked, and not vision. */
async function duties(ctx: Ctx, ids: readonly string[], from: Day, to: Day): Promise<Bare[]> {
  const hours = await hoursOf(ctx, ids, from, to)
  return [...hours].flatMap(([personId, days]) =>
    days.flatMap(({ day, duties: minutes }) =>
      minutes > 0
        ? [{ personId, week: mondayOf(day), minutes, itemId: null, duty: 'other', source: 'stages' as const }]
        : [],
    ),
  )
}

export const membersOf = async (ctx: Ctx): Promise<string[]> => {
  const { rows } = await directory(ctx.db)
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
  const stages = (await stageTime(ctx, ids, from, to)).map(({ day, ...one }) => ({
    ...{ ...one, week: mondayOf(day), duty: null, source: 'stages' as const },
  }))
  const onBoard = new Set(stages.filter((one) => one.itemId).map((one) => one.personId))
  const rest = [...stages, ...(await duties(ctx, ids, from, to))].filter(
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
  const bare = plan.pieces
    .filter((one) => one.at >= 0 && one.at < 7 * weeksAhead)
    .map(({ item, personId, at, minutes }) => ({
      ...{ personId, week: addDays(plan.first, 7 * Math.floor(at / 7)), minutes, itemId: item.id },
      ...{ duty: null, source: 'plan' as const },
    }))
  const waiting = open
    .filter((one) => (one.startsOn ?? one.dueOn ?? plan.today) <= last)
    .map((one) => ({
      ...{ personId: nobody, week: plan.first, minutes: one.minutes, itemId: one.id },
      ...{ duty: null, source: 'plan' as const },
    }))
  return [...bare, ...waiting]
}
