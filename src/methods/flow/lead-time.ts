import { countBack, countForward, criticalPath, type Step } from '../critical-path.ts'
import { type Day, daysBetween } from '../days.ts'
import { addWorkingDays, type FreeDays, workingDaysBetween } from '../working-days.ts'

export type LeadTime = { briefBy: Day; workingDays: number; calendarDays: number; path: string[] }

/**
 * The last day on which a brief may come so that every step is done by the day of going live, and the steps without
 * slack that make it so. Throws RangeError where there are no steps, or where they go round in a circle.
 */
export function leadTime(steps: readonly Step[], goLive: Day, free: FreeDays): LeadTime {
  if (steps.length === 0) throw new RangeError('There are no steps to count back from the day of going live.')
  const due = countBack(steps, goLive, free)
  const begins = steps.map((one) => addWorkingDays(due.get(one.id)!, -one.days, free))
  const briefBy = begins.sort()[0]!
  const done = new Set<string>()
  const finish = countForward(steps, { since: briefBy, done, free })
  return {
    briefBy,
    workingDays: workingDaysBetween(briefBy, goLive, free),
    calendarDays: daysBetween(briefBy, goLive),
    path: criticalPath(steps, { due, finish, done, free }),
  }
}
