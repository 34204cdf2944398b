import { addDays, dayIn } from '../../../methods/days.ts'
import type { FigureId } from '../contract.ts'

type Worded = {
  label: string
  unit: 'count' | 'ratio' | 'days'
  of: string
  definition: string
  formula: string
  reason: string
}

export const figureWords: Record<FigureId, Worded> = {
  received: {
    ...{ label: 'Requests', unit: 'count', of: 'requests', reason: 'Nobody asked.' },
    definition: 'What people asked for, by the day it came in; what was withdrawn is counted, too.',
    formula: 'count of requests',
  },
  no: {
    ...{ label: 'Share of No', unit: 'ratio', of: 'decided', reason: 'Nothing was decided.' },
    definition:
      'Of what was decided, how much was declined. No is an answer: it says what the team does not do, so that what it does gets done. There is no right height for it.',
    formula: 'declined ÷ (accepted + merged + declined)',
  },
  alternatives: {
    ...{ label: 'Alternatives taken', unit: 'ratio', of: 'offered', reason: 'No alternative was offered.' },
    definition: 'Of those declined with an alternative, how many said that it helps.',
    formula: 'alternatives taken ÷ declined with an alternative',
  },
  'first-answer': {
    ...{ label: 'Time to first answer', unit: 'days', of: 'answered', reason: 'Nothing was answered.' },
    definition: 'From when it came in to the first answer of any kind: half are quicker, half slower.',
    formula: 'median of first answer − came in, in days of 24 hours',
  },
  'answers-kept': {
    ...{ label: 'Answered in time', unit: 'ratio', of: 'due', reason: 'No answer was due.' },
    definition:
      'The first answer came by the day that was promised when it was filed. What waits beyond that day counts as late.',
    formula: 'answered by the promised day ÷ (answered + not answered by that day)',
  },
  'days-kept': {
    ...{ label: 'Dates kept', unit: 'ratio', of: 'due', reason: 'No promised date has come.' },
    definition:
      'Of accepted requests with a promised date, how many were done by the day first promised. What is not done on that day counts as late.',
    formula: 'done by the promised day ÷ (done + not done by that day)',
  },
}

export function spanOf(days: string): { from: string; to: string } {
  const to = dayIn(Intl.DateTimeFormat().resolvedOptions().timeZone, new Date())
  return { from: addDays(to, -Number(days)), to }
}
