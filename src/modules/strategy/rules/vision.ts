import type { Day } from '../../../methods/fiscal.ts'

/** Why a text cannot be saved over the one in force: somebody was faster, and both texts stay. */
export const whyNotSave = (base: number, now: { version: number; by: string } | null): string | null =>
  base === (now?.version ?? 0)
    ? null
    : `${now?.by ?? 'Somebody'} saved version ${now?.version ?? 0} since you opened version ${base}. Your text is kept here: compare the two, take over what is missing, and save again.`

/** A version that people read, buy in to and lead work up to says something. */
export const whyNotEmpty = (words: string): string | null =>
  /[\p{L}\p{N}]/u.test(words)
    ? null
    : 'The vision has no words. Write where the team is going: a version in force needs text.'

type Standing = {
  version: number
  current: number
  savedById: string | null
  personId: string | undefined
  hasGiven: boolean
}

/** Buy-in is somebody else’s, for the version in force, and once. */
export function whyNotBuyIn({ version, current, savedById, personId, hasGiven }: Standing): string | null {
  if (!personId) return 'Buy-in is a person’s. Sign in under your own name.'
  if (version !== current) return `Version ${current} is in force. Read it, and buy in to that.`
  if (savedById === personId) return 'You saved this version; the buy-in to it is somebody else’s.'
  return hasGiven ? 'You have bought in to this version already.' : null
}

/** Why a suggestion cannot be put into the text as it is. */
export const whyNotApply = (isFound: boolean): string | null =>
  isFound
    ? null
    : 'The passage does not stand in the text exactly once any more. Change the text by hand, then resolve the suggestion.'

type Planned = { owner: unknown; dueOn: Day | null; doneOn: Day | null }

/** What a step of the plan lacks. */
export function flagsOf({ owner, dueOn, doneOn }: Planned, today: Day): string[] {
  if (doneOn) return []
  return [
    ...(owner ? [] : ['Nobody owns it.']),
    ...(dueOn ? (dueOn < today ? [`It was due on ${dueOn}.`] : []) : ['It has no date.']),
  ]
}
