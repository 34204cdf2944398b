import { addDays, addMonths, type Day } from '../../../methods/fiscal.ts'
import type { Every, SeriesKind, Stage } from '../things/check-in.ts'

export const stages: { stage: Stage; title: string }[] = [
  { stage: 'agenda', title: 'On the agenda' },
  { stage: 'discussed', title: 'Discussed' },
  { stage: 'decided', title: 'Decided' },
  { stage: 'done', title: 'Done' },
]
export const kindTitle: Record<SeriesKind, string> = {
  executive: 'Executive check-in',
  team: 'Team check-in',
  'one-to-one': 'One-to-one',
}
export const everyTitle: Record<Every, string> = {
  week: 'Every week',
  fortnight: 'Every two weeks',
  month: 'Every month',
}

/** The day after a day in the cadence: a month later is the same day, or the last one there is. */
const stepped = (from: Day, every: Every, times: number): Day =>
  every === 'month' ? addMonths(from, times) : addDays(from, (every === 'week' ? 7 : 14) * times)

/** The first day of the cadence that comes after both the last one and today. */
export function nextDay(last: Day, every: Every, today: Day): Day {
  for (let times = 1; ; times += 1) {
    const day = stepped(last, every, times)
    if (day > today) return day
  }
}

/** How many were held one after another, from the latest back; `states` newest first. */
export function streakOf(states: readonly ('held' | 'missed')[]): number {
  const broken = states.indexOf('missed')
  return broken < 0 ? states.length : broken
}

type Open = { stage: Stage; owner_id: string | null }

/** What is not decided comes again, and what was decided as an action does until it is done. */
export const carriesOver = ({ stage, owner_id }: Open): boolean =>
  stage === 'agenda' || stage === 'discussed' || (stage === 'decided' && owner_id !== null)

/** Days in which a check-in can still be noted as held. */
const patience = 2

export const isMissed = (on: Day, today: Day): boolean => addDays(on, patience) < today

/** An action has somebody and a day. */
export const whyNotAction = (owner: string | null, due: Day | null): string | null =>
  (owner === null) === (due === null)
    ? null
    : owner === null
      ? 'Say who does it by that day.'
      : 'Say by which day it is done.'
