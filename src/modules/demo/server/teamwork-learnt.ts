/** What the people of the demo company learnt, told each other and left to each other. */
export const lessons: { by: string; team?: string; what: string; recall: string; tags: string[] }[] = [
  {
    ...{ by: 'rafael', team: 'Marketing operations', tags: ['mailing', 'consent'] },
    what: 'A list is only as good as the hour it was taken. Approve the rule, not the rows.',
    recall: 'Before a mailing is approved or sent',
  },
  {
    ...{ by: 'bram', team: 'Marketing operations', tags: ['event', 'agency'] },
    what: 'Book the interpreter with the room: the agency needed six weeks.',
    recall: 'When a customer event is planned',
  },
  {
    ...{ by: 'solveig', team: 'Creative', tags: ['brief'] },
    what: 'Three words that the piece must not be saved us a round of corrections.',
    recall: 'When a brief is written',
  },
  { by: 'imogen', what: 'I decide better after lunch.', recall: 'When a hard talk is planned', tags: [] },
]

export const feedback = [
  {
    ...{ from: 'imogen', to: 'rafael', ago: 2, about: 'behaviour' as const },
    situation: 'In the check-in with sales on Tuesday',
    behaviour: 'you asked Leila what she needed before you showed the new routing.',
    effect: 'She named the two cases we had missed, and said yes at the end.',
    next: 'Begin the next one the same way.',
  },
  {
    ...{ from: 'rafael', to: 'bram', ago: 5, about: 'outcome' as const },
    situation: 'The time plan of the customer day',
    behaviour: 'came with the interpreter and the room on separate pages.',
    effect: 'The agency booked one without the other, and we paid a fee.',
    next: 'What would a plan look like in which that cannot happen?',
  },
]

export const given = [
  {
    ...{
      behaviour: 'Saying early that something will be late',
      what: 'Named first in the weekly round, with thanks',
    },
    effect: 'Renegotiated in time: 1 of 9 before, 5 of 8 since.',
  },
  {
    behaviour: 'Helping across teams',
    what: 'A morning of one’s own for each five hours given',
    effect: null,
  },
]

export const levels = [
  { person: 'rafael', leader: 'imogen', work: 'Campaign set-up', level: 6, isAgreed: true },
  { person: 'rafael', leader: 'imogen', work: 'Vendor contracts', level: 3, isAgreed: true },
  { person: 'bram', leader: 'rafael', work: 'Time plans', level: 5, isAgreed: true },
  { person: 'bram', leader: 'rafael', work: 'Agency briefings', level: 4, isAgreed: false },
]

const zone = 'Europe/Amsterdam'
export const contacts: {
  page: string
  what: string
  person: string
  deputy?: string
  channel: string
  responseHours: number
  timeZone: string
}[] = [
  {
    page: 'IT',
    what: 'Access, keys and integrations',
    person: 'anneliese',
    channel: 'Service desk',
    responseHours: 8,
    timeZone: zone,
  },
  {
    page: 'Legal',
    what: 'Consent, privacy and contracts',
    person: 'chidi',
    channel: 'legal@brindlemoor.example',
    responseHours: 48,
    timeZone: 'Europe/London',
  },
  {
    page: 'Sales',
    what: 'Lead routing and stages',
    person: 'leila',
    channel: 'The sales channel',
    responseHours: 4,
    timeZone: zone,
  },
  {
    page: 'Finance',
    what: 'Orders, invoices and rates',
    person: 'gareth',
    channel: 'finance@brindlemoor.example',
    responseHours: 24,
    timeZone: 'Europe/London',
  },
]
