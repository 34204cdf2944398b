import { sayDay } from '../../../methods/days.ts'
import type { Reason, State } from '../things.ts'

/** As people say it. */
export const nameOf = (number: number): string => `R-${number}`

const titles: Record<State, string> = {
  open: 'Waiting for an answer',
  asked: 'Asked back',
  deferred: 'Put off',
  consent: 'Waiting for consent',
  accepted: 'Accepted',
  declined: 'Declined',
  merged: 'Merged',
  withdrawn: 'Withdrawn',
}
export const stateTitle = (state: State): string => titles[state]

const why: Record<Reason, string> = {
  answered: 'It is answered already',
  'self-service': 'It can be done without us',
  capacity: 'There is no capacity for it',
  goals: 'It does not serve an agreed goal',
  elsewhere: 'Another team does this',
  unclear: 'It is not clear what it is for',
  policy: 'A rule stands against it',
}
export const reasonTitle = (reason: string): string => why[reason as Reason] ?? reason

/** Where an item stands, to whoever asked for it. */
export function stageInWords(kind: string | null): string | null {
  if (kind === 'done') return 'It is done.'
  if (kind === 'active') return 'It is being worked on.'
  return kind === 'waiting' ? 'It waits for its turn.' : null
}

type Told = { state: State; answerDueOn: string; deferredUntil: string | null; isAppealed: boolean }

/** The state as whoever asked reads it. */
export function stateInWords({ state, answerDueOn, deferredUntil, isAppealed }: Told): string {
  if (state === 'declined' && isAppealed) return 'Declined, and being looked at again.'
  const words: Record<State, string> = {
    open: `It has arrived. You hear from us by ${sayDay(answerDueOn)}.`,
    asked: 'We have a question. Answer it below, and it goes on.',
    deferred: `It is put off until ${deferredUntil ?? 'a later day'}, and comes back then by itself.`,
    consent:
      'We want to do it. Something else would have to wait for it, and whoever that concerns is asked first.',
    accepted: 'It is accepted.',
    declined: 'It is declined. The reason stands below.',
    merged: 'It is done together with something that was asked for before.',
    withdrawn: 'You withdrew it.',
  }
  return words[state]
}

const happened: Record<string, string> = {
  ...{ accepted: 'it was accepted', declined: 'it was declined', deferred: 'it was put off' },
  ...{ merged: 'it was merged', 'asked-back': 'something was asked back', replied: 'an answer came in' },
  ...{ appealed: 'an appeal came in', withdrawn: 'it was withdrawn', undone: 'a decision was undone' },
  ...{ 'consent-asked': 'consent was asked for', completed: 'it was completed', files: 'files came in' },
  ...{ consented: 'consent was given', refused: 'consent was refused', moved: 'its item moved' },
}

/** Who changed a request while somebody else looked at it, by what happened last. */
export const quickerInWords = (number: number, last: { by: string; kind: string } | undefined): string =>
  `${last?.by ?? 'Somebody'} was quicker: ${happened[last?.kind ?? ''] ?? 'it changed'} while you looked at ${nameOf(number)}.`

type Standing = {
  state: State
  decided_by: string | null
  decided_by_id?: string | null
  appealed_at?: Date | null
}

/** Why nobody can decide on a request as it stands, or null. */
export function whyNotDecide(
  { state, decided_by: by, decided_by_id: byId }: Standing,
  me?: string,
): string | null {
  if (['open', 'asked', 'deferred'].includes(state)) return null
  if (state === 'consent') return 'It waits for the consent of whom it displaces. Undo that first.'
  if (state === 'withdrawn') return 'It was withdrawn. There is nothing to decide any more.'
  if (me && byId === me) return `You have ${state} it already. Undo that first.`
  return `${by ?? 'Somebody'} has ${state} it already. Undo that first.`
}

export const whyNotReply = ({ state }: Standing): string | null =>
  state === 'asked' || state === 'open' || state === 'deferred'
    ? null
    : 'It is decided. To say more, ask for it to be looked at again, or file another request.'

export function whyNotAppeal({ state, appealed_at: at }: Standing): string | null {
  if (state !== 'declined') return 'Only a request that was declined can be looked at again.'
  return at ? 'It was looked at again once. The second answer stands.' : null
}

export function whyNotWithdraw({ state }: Standing): string | null {
  if (state === 'accepted')
    return 'Work on it was agreed. Tell us below what changed, and we stop it together.'
  return ['open', 'asked', 'deferred', 'consent'].includes(state)
    ? null
    : 'There is nothing left to withdraw.'
}

type Said = { purpose: string; hurry: string; impact: string }

/** Why a request is not completed so, or null: what somebody filed by hand is theirs, and an e-mail lacks something. */
export function whyNotComplete(row: Said & { is_complete: boolean }, said: Partial<Said>): string | null {
  if (row.is_complete) return 'It says all it has to. Ask back where something is not clear.'
  const { purpose, hurry, impact } = { ...row, ...said }
  const isWhole = [purpose, hurry, impact].every((words) => words.trim() !== '')
  return isWhole ? null : 'Say what it is for, why so quickly, and its impact.'
}
