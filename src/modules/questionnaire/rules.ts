import type { Day } from '../../methods/fiscal.ts'

export { groups, ownQuestions } from './questions.ts'

type Row = { person_id: string; person_name: string; submitted_at: Date | null; client: string }
type Actor = { personId: string | undefined; reads: boolean; manages: boolean }

const isTheirs = (row: Row, { personId }: Actor): boolean => row.person_id === personId

/** The one who answers reads it without any permission. */
export const mayRead = (row: Row, actor: Actor): boolean => actor.reads || isTheirs(row, actor)

export function whyNotAnswer(row: Row, actor: Actor): string | null {
  if (!isTheirs(row, actor) && !actor.manages)
    return `${row.person_name} answers for ${row.client}. Ask them, or whoever manages questionnaires.`
  return row.submitted_at ? 'The answers were submitted. Take them back to write on.' : null
}

export function whyNotSubmit(row: Row, actor: Actor, answered: number): string | null {
  const objection = whyNotAnswer(row, actor)
  if (objection) return objection
  return answered === 0 ? 'Nothing is answered yet. Answer one question at least, then submit.' : null
}

export function whyNotReopen(row: Row, actor: Actor): string | null {
  if (!row.submitted_at) return 'The answers are open to be written on already.'
  return whyNotAnswer({ ...row, submitted_at: null }, actor)
}

/** A goal is made of what was said for good. */
export function whyNotMakeGoal(submittedAt: Date | null, text: string): string | null {
  if (!submittedAt) return 'The answers are still being written. A goal is made once they are submitted.'
  return text === '' ? 'There is no answer to make a goal of.' : null
}

/** A goal’s name from an answer: its first sentence, cut at a word. */
export function nameFrom(answer: string): string {
  const first =
    answer
      .split(/\n|(?<=[.!?])\s/)[0]
      ?.replace(/[.]$/, '')
      .trim() ?? ''
  if (first.length <= 100) return first
  return `${first.slice(0, 100).replace(/\s+\S*$/, '')}…`
}

export const isLate = (row: { due_on: Day; submitted_at: Date | null }, today: Day): boolean =>
  row.submitted_at === null && row.due_on < today
