import { addDays, type Day, daysBetween } from '../../methods/days.ts'

type Plan = {
  ownerId: string | null
  rehearsedOn: Day | null
  /** Days after which a rehearsal is too long ago. */
  rehearseEvery: number
  metAt: Date | string | null
  isActive: boolean
}

export const flagTitles = {
  active: 'Activated',
  met: 'Trigger met',
  nobody: 'No owner',
  unrehearsed: 'Never rehearsed',
  stale: 'Rehearsed too long ago',
} as const
export type Flag = keyof typeof flagTitles
export const flags = Object.keys(flagTitles) as [Flag, ...Flag[]]

/** What is to be said of a back-up plan today, the gravest first. */
export function flagsOf(plan: Plan, today: Day): Flag[] {
  const isStale = plan.rehearsedOn !== null && addDays(plan.rehearsedOn, plan.rehearseEvery) < today
  const found: [Flag, boolean][] = [
    ['active', plan.isActive],
    ['met', plan.metAt !== null && !plan.isActive],
    ['nobody', plan.ownerId === null],
    ['unrehearsed', plan.rehearsedOn === null],
    ['stale', isStale],
  ]
  return found.filter(([, isSo]) => isSo).map(([flag]) => flag)
}

type Trigger = { metric: string | null; below: number | null; byOn: Day | null }

/** Why a trigger cannot be checked as it is said, or null; with words alone nobody checks it. */
export function whyNotTrigger({ metric, below, byOn }: Trigger): string | null {
  const said = [metric, below, byOn].filter((one) => one !== null).length
  return said === 0 || said === 3
    ? null
    : 'A trigger that can be measured says all three: the metric, the value it must not be below, and by which day.'
}

/** Is a trigger met by a figure? One that is not known meets none, and neither does one before its day. */
export const isMet = ({ below, byOn }: Trigger, value: number | null, today: Day): boolean =>
  below !== null && byOn !== null && value !== null && today >= byOn && value < below

/** Why a rehearsal cannot be kept, or null. */
export function whyNotRehearsed(on: Day, today: Day): string | null {
  if (on > today) return `${on} has not come yet; say when it was rehearsed.`
  return daysBetween(on, today) > 3660 ? 'A rehearsal of more than ten years ago is none.' : null
}
