import type { Day } from '../../../methods/days.ts'

export const levels = ['programme', 'campaign', 'tactic'] as const
type Level = (typeof levels)[number]
export const levelTitles: Record<Level, string> = {
  programme: 'Programme',
  campaign: 'Campaign',
  tactic: 'Tactic',
}

type State = 'draft' | 'in-approval' | 'approved' | 'stopped'

/** Where a campaign stands today, in a word or two. */
export function standingOf(one: { state: State; startsOn: Day; endsOn: Day }, today: Day): string {
  if (one.state === 'draft') return 'Draft'
  if (one.state === 'in-approval') return 'In approval'
  if (one.state === 'stopped') return 'Stopped'
  if (today < one.startsOn) return 'Approved'
  return today <= one.endsOn ? 'Running' : 'Finished'
}

/** Why one cannot stand under another, or null: tactics belong to campaigns, campaigns to programmes. */
export function whyNotUnder(level: Level, parent: Level): string | null {
  if (levels.indexOf(parent) === levels.indexOf(level) - 1) return null
  if (level === 'programme') return 'A programme stands at the top; link it up to a goal.'
  return level === 'tactic'
    ? `A tactic belongs to a campaign, not to a ${parent}.`
    : `A campaign belongs to a programme, not to a ${parent}.`
}

/** Why a name in other systems cannot be taken, or null. */
export const whyNotSource = (name: string, takenBy: string | null): string | null =>
  takenBy === null ? null : `“${name}” belongs to “${takenBy}” already: its figures would be counted twice.`
