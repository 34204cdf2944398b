/** What the people of the demo company agreed, promised, learnt and asked of each other. */
export const agreements = [
  {
    ...{ team: 'Marketing operations', lead: 'imogen' },
    rules: [
      'We answer each other within a working day, if only to say when.',
      'Nothing is promised for somebody else.',
      'We say no early, with another way.',
      'What goes wrong is reviewed within two weeks, and ends in a change of how we work.',
    ],
    yes: ['imogen', 'rafael', 'priya'],
  },
  {
    ...{ team: 'Creative', lead: 'solveig' },
    rules: ['A brief is read back before anybody draws.', 'Two rounds of corrections; the third is a talk.'],
    yes: ['solveig', 'kofi', 'yuna'],
  },
]

type Promised = {
  team: string
  by: string
  what: string
  inDays: number
  state?: 'kept' | 'broken'
  why?: string
}
export const promised: Promised[] = [
  {
    team: 'Marketing operations',
    by: 'rafael',
    what: 'Hand the lead routing over to sales operations',
    inDays: 3,
  },
  {
    team: 'Marketing operations',
    by: 'priya',
    what: 'Attribution settings explained to the studio',
    inDays: 2,
  },
  { team: 'Marketing operations', by: 'mateusz', what: 'Nightly check of consent dates', inDays: 9 },
  {
    team: 'Marketing operations',
    by: 'bram',
    what: 'Time plan of the customer day',
    inDays: 4,
    state: 'kept',
  },
  {
    team: 'Marketing operations',
    by: 'rafael',
    what: 'Template of the webinar series',
    inDays: 6,
    state: 'kept',
  },
  {
    ...{
      team: 'Marketing operations',
      by: 'bram',
      what: 'Photographs of the plant in Gothenburg',
      inDays: 5,
    },
    ...{ state: 'broken', why: 'The plant was closed for the audit, and nobody had told us.' },
  },
  { team: 'Creative', by: 'kofi', what: 'Landing page of the autumn launch', inDays: 5 },
  { team: 'Creative', by: 'yuna', what: 'Subject lines for three segments', inDays: 4, state: 'kept' },
]

type Hand = {
  kind: 'ask' | 'offer'
  by: string
  what: string
  skills: string[]
  hours: number
  inDays: number
  takenBy?: string
  spent?: number
  thanks?: string
}
export const asked: Hand[] = [
  {
    ...{ kind: 'offer', by: 'yuna', what: 'Proof-reading of English and Japanese texts' },
    ...{ skills: ['copy', 'japanese'], hours: 4, inDays: 30 },
  },
  {
    ...{ kind: 'ask', by: 'bram', what: 'Proof-reading of the customer day programme' },
    ...{ skills: ['copy'], hours: 2, inDays: 9 },
  },
  {
    ...{ kind: 'ask', by: 'kofi', what: 'Numbers behind the spring mailing', skills: ['analysis'] },
    ...{ hours: 3, inDays: 12, takenBy: 'mateusz', spent: 2.5 },
    thanks: 'The split by segment changed the whole story of the page.',
  },
  {
    ...{ kind: 'ask', by: 'leila', what: 'Moderate the workshop on lead scoring', skills: ['moderation'] },
    ...{ hours: 6, inDays: 14, takenBy: 'imogen' },
  },
]
export const wins = [
  {
    ...{ by: 'helena', team: 'Marketing operations' },
    what: 'Leads reach sales the same hour; sales says so without being asked.',
  },
]

export const review = {
  ...{ by: 'imogen', title: 'The spring mailing went to customers who had opted out', daysAgo: 12 },
  happened:
    'A list exported on Monday was used on Thursday. 212 contacts had opted out in between and got the mailing.',
  timeline: [
    { ago: 15, what: 'The list is exported for approval' },
    { ago: 12, what: 'The mailing goes out to the list of three days before' },
    { ago: 12, what: 'The first complaint comes in within the hour' },
    { ago: 11, what: 'Everybody concerned gets an apology' },
  ],
  expected: 'Whoever opts out gets nothing from the next day on.',
  allowed:
    'The step between approval and sending has no look at consent. I had approved a list without asking how old it was, and nothing on the form asks.',
  changes: [
    {
      ...{ owner: 'rafael', what: 'Sending takes the list anew at the hour it sends', inDays: 5 },
      ...{ measure: 'Age of lists when sent', unit: 'hours', before: { value: 71 }, after: 1 },
    },
    {
      ...{ owner: 'mateusz', what: 'The approval form shows the age of the list', inDays: 16 },
      before: { whyNone: 'The form did not ask, so nobody knows how old lists were.' },
    },
  ] as {
    owner: string
    what: string
    inDays: number
    measure?: string
    unit?: string
    before: { value?: number; whyNone?: string }
    after?: number
  }[],
}
