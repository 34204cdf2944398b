import {
  countBack,
  countForward,
  criticalPath,
  type Dated,
  moveOf,
  type Step,
} from '../../../methods/critical-path.ts'
import type { Day } from '../../../methods/days.ts'
import { addWorkingDays, type FreeDays, workingDaysBetween } from '../../../methods/working-days.ts'

const latest = (all: readonly Day[]): Day => all.toSorted().at(-1) ?? ''
const days = (count: number): string => `${count} working ${count === 1 ? 'day' : 'days'}`

export type Timed = {
  id: string
  /** The first working day of it, and the last. */
  startsOn: Day
  due: Day
  /** When it could be done if work went on today. */
  earliest: Day
  /** Working days too late; 0 where it can be in time. */
  late: number
  isCritical: boolean
  says: string
}

type Around = { launchOn: Day; today: Day; free: FreeDays }

/** The last working day before the launch: everything is done by then. */
export const lastDayBefore = (launchOn: Day, free: FreeDays): Day => addWorkingDays(launchOn, -1, free)

/** Each step by when it is due if everything is to be done before the launch. */
export const duesOf = (steps: readonly Step[], launchOn: Day, free: FreeDays): Map<string, Day> =>
  countBack(steps, lastDayBefore(launchOn, free), free)

/** Where each step stands: when it begins and is due, whether it can be in time, whether it has slack. */
export function timesOf(steps: readonly Dated[], { launchOn, today, free }: Around): Timed[] {
  const done = new Set(steps.filter((one) => one.isDone).map((one) => one.id))
  const since = addWorkingDays(today, -1, free)
  const finish = countForward(steps, { since, done, free })
  const last = duesOf(steps, launchOn, free)
  const critical = new Set(criticalPath(steps, { due: last, finish, done, free }))
  return steps.map(({ id, due, days: takes, isDone }) => {
    const earliest = finish.get(id) ?? due
    const late = isDone ? 0 : Math.max(0, workingDaysBetween(due, earliest, free))
    const isCritical = critical.has(id)
    const startsOn = takes === 0 ? due : addWorkingDays(due, 1 - takes, free)
    return { id, startsOn, due, earliest, late, isCritical, says: saysOf({ isDone, late, earliest }) }
  })
}

function saysOf({ isDone, late, earliest }: { isDone: boolean; late: number; earliest: Day }): string {
  if (isDone) return 'Done'
  return late > 0 ? `Too late by ${days(late)}: it can be done by ${earliest} at the earliest` : 'In time'
}

/** What the whole comes to: by how much it is late, along which steps. */
export function verdictOf(
  steps: readonly (Dated & { name: string })[],
  around: Around,
): { lateBy: number; launchPossibleOn: Day; says: string } {
  const open = steps.filter((one) => !one.isDone)
  if (open.length === 0)
    return {
      lateBy: 0,
      launchPossibleOn: around.launchOn,
      says: steps.length > 0 ? 'Every step is done.' : '',
    }
  const times = timesOf(steps, around)
  const end = latest(times.map((one) => one.earliest))
  const last = lastDayBefore(around.launchOn, around.free)
  const lateBy = Math.max(0, workingDaysBetween(last, end, around.free))
  const names = times
    .filter((one) => one.isCritical)
    .map((one) => steps.find((step) => step.id === one.id)?.name)
    .join(' → ')
  const launchPossibleOn = addWorkingDays(end, 1, around.free)
  const says =
    lateBy > 0
      ? `The first day, ${around.launchOn}, is too early by ${days(lateBy)}: ${launchPossibleOn} is the earliest. The critical path: ${names}.`
      : `Everything can be done before the first day, ${around.launchOn}. The critical path: ${names}.`
  return { lateBy, launchPossibleOn, says }
}

export type Moved = { id: string; name: string; from: Day; to: Day; days: number }

type Named = Dated & { name: string }

/** What moves with a step, in order of the days, and the launch that needs. */
export function movesOf(
  steps: readonly Named[],
  { id, day, launchOn, free }: { id: string; day: Day; launchOn: Day; free: FreeDays },
) {
  const dues = moveOf(steps, id, day, free)
  const moved = steps
    .flatMap((one): Moved[] => {
      const to = dues.get(one.id)
      return to
        ? [{ id: one.id, name: one.name, from: one.due, to, days: workingDaysBetween(one.due, to, free) }]
        : []
    })
    .sort((a, b) => a.to.localeCompare(b.to))
  const end = latest(steps.map((one) => dues.get(one.id) ?? one.due))
  const needed = end < launchOn ? launchOn : addWorkingDays(end, 1, free)
  return { moved, launchNeeded: needed, lateBy: Math.max(0, workingDaysBetween(launchOn, needed, free)) }
}

/** Why a move cannot be made as things stand, or null. */
export function whyNotMove(
  state: string,
  move: { launchOn: Day; launchNeeded: Day; lateBy: number },
): string | null {
  if (move.lateBy === 0 || state === 'draft') return null
  return state === 'approved'
    ? `Everything would be done only after the first day, ${move.launchOn}: ${move.launchNeeded} is the earliest. The brief is approved, so ask for a change of the first day; the steps move with it.`
    : 'It is in approval and stays as it is meanwhile: the first day would not hold. Recall it, or choose an earlier day.'
}

/** What happens to open steps when the first day moves: each by as many working days, what is done stays. */
export function shiftsOf(
  steps: readonly Named[],
  { from, to, free }: { from: Day; to: Day; free: FreeDays },
): Moved[] {
  const by = workingDaysBetween(lastDayBefore(from, free), lastDayBefore(to, free), free)
  if (by === 0) return []
  return steps
    .filter((one) => !one.isDone)
    .map((one) => ({
      id: one.id,
      name: one.name,
      from: one.due,
      to: addWorkingDays(one.due, by, free),
      days: by,
    }))
}

const mostLines = 12

/** The steps that move, as lines of an impact. */
export function shiftLines(moved: readonly Moved[], today: Day): string[] {
  const lines = moved.map(
    ({ name, from, to }) => `Step “${name}” moves: due ${from} → ${to}${to < today ? ', which is past' : ''}`,
  )
  const more = lines.length - mostLines
  return more > 0 ? [...lines.slice(0, mostLines), `and ${more} more steps`] : lines
}
