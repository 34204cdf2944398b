import type { Day } from '../../../methods/days.ts'

export const states = ['planned', 'confirmed', 'launched', 'called-off'] as const
export type State = (typeof states)[number]
export const stateTitles: Record<State, string> = {
  planned: 'Planned',
  confirmed: 'Confirmed',
  launched: 'Launched',
  'called-off': 'Called off',
}

/** What a launch can become from where it stands; the steps back are there so that each can be undone. */
export const nextStates: Record<State, readonly State[]> = {
  planned: ['confirmed', 'called-off'],
  confirmed: ['planned', 'launched', 'called-off'],
  launched: ['confirmed'],
  'called-off': ['planned', 'confirmed'],
}

type Standing = { name: string; state: State; launchOn: Day }

/** Why a launch cannot become that, or null. */
export function whyNotBecome({ name, state, launchOn }: Standing, next: State, today: Day): string | null {
  if (state === next) return `${name} is ${stateTitles[state].toLowerCase()} already.`
  if (!nextStates[state].includes(next))
    return state === 'planned'
      ? `${name} is planned only. Confirm it before you say that it launched.`
      : `${name} is ${stateTitles[state].toLowerCase()}: put it back first.`
  return next === 'launched' && launchOn > today
    ? `${name} launches on ${launchOn}, which has not come yet. Move it to today if it came out earlier.`
    : null
}

/** Why a launch stays as it is, or null. */
export function whyNotChange({ name, state }: Pick<Standing, 'name' | 'state'>): string | null {
  if (state === 'launched') return `${name} has launched and stays as it was. Put it back first.`
  return state === 'called-off' ? `${name} was called off. Put it back first.` : null
}

/** Why two days cannot stand together, or null. */
export const whyNotDays = (launchOn: Day, announceOn: Day | null): string | null =>
  announceOn !== null && announceOn > launchOn
    ? `It would be announced on ${announceOn}, after it launches on ${launchOn}. Choose an earlier day to announce it, or none.`
    : null
