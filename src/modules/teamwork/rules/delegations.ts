import { addMonths, type Day } from '../../../methods/fiscal.ts'
import type { Occasion, PromptSets } from '../things/delegation.ts'

/** How much of a decision is somebody’s own, from none to all of it. */
export const levels = [
  { level: 1, title: 'Tell', words: 'The leader decides and tells.' },
  { level: 2, title: 'Explain', words: 'The leader decides and explains why.' },
  { level: 3, title: 'Consult', words: 'The leader asks first, then decides.' },
  { level: 4, title: 'Agree', words: 'The two decide together.' },
  { level: 5, title: 'Advise', words: 'The leader advises; the person decides.' },
  { level: 6, title: 'Ask after', words: 'The person decides and tells the leader after.' },
  { level: 7, title: 'Delegate', words: 'The person decides; the leader need not know.' },
] as const
export const levelOf = (level: number) => levels.find((one) => one.level === level) ?? levels[0]

const months = 6

/** Asked back once the two have not looked at it for six months. */
export const isToBeLookedAt = (
  row: { agreed_on: Day | null; looked_on: Day | null; ended_on: Day | null },
  today: Day,
): boolean => {
  const last = row.looked_on ?? row.agreed_on
  return last !== null && row.ended_on === null && addMonths(last, months) <= today
}

export const occasions: { occasion: Occasion; title: string }[] = [
  { occasion: 'one-to-one', title: 'One-to-one' },
  { occasion: 'review', title: 'Blameless review' },
  { occasion: 'retrospective', title: 'Retrospective' },
  { occasion: 'blocked', title: 'Blocked work' },
  { occasion: 'declined', title: 'A declined request' },
  { occasion: 'check-in', title: 'Check-in' },
]

/** Ask before telling: what to begin with until a team writes its own. */
export const ourQuestions: PromptSets = {
  'one-to-one': [
    'What is on your mind?',
    'What went better than you expected, and what did you do for that?',
    'What do you want to decide by yourself that you cannot today?',
    'How is the load this week: light, right, too much? Since when?',
    'What would you like to be able to do in a year, and what is a first step?',
  ],
  review: [
    'What did each of us know at that moment?',
    'What made the step that went wrong look like the right one?',
    'Where could the process have caught it, and why did it not?',
    'What went well, and should stay?',
    'What is the smallest change that makes it unlikely to happen again?',
  ],
  retrospective: [
    'What did we want to find out, and what did we?',
    'What took longer than it should, and what did it wait for?',
    'What do we want to do again next time?',
    'Which one thing do we change, and how will we see that it worked?',
  ],
  blocked: [
    'What exactly would have to be true for it to go on?',
    'Who can make that true, and do they know?',
    'What have you tried already?',
    'What can go on meanwhile?',
  ],
  declined: [
    'What is it for, if you look past the thing you asked for?',
    'What happens if it is not there by that day?',
    'What would you take in its place?',
    'What could be left out to make room for it?',
  ],
  'check-in': [
    'What changed since last time that we should know of?',
    'What is red, and what would turn it?',
    'Which decision do you need from us today?',
    'What should we stop doing?',
  ],
}
