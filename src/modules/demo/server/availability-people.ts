type Kind = 'holiday' | 'sick' | 'parental' | 'training' | 'other'
/** Days from today to the first and the last, who stands in, and what became of it. */
export type PlannedLeave = {
  kind: Kind
  from: number
  to: number
  half?: 'starts' | 'ends'
  standIn?: string
  note?: string
  becomes?: 'approved' | 'declined'
}
export type Worker = {
  place: string
  skills?: [name: string, stated: number, confirmed?: number][]
  duties?: [kind: 'meetings' | 'support' | 'lines' | 'other', hours: number, reason: string][]
  /** Hours by day from Monday on, of those who work part-time, and their focus share. */
  week?: { days: number[]; focus: number; reason: string }
  leave?: PlannedLeave[]
}

const gone = (from: number, to: number, standIn?: string): PlannedLeave => ({
  ...{ kind: 'holiday', from, to, becomes: 'approved', ...(standIn ? { standIn } : {}) },
})
const leads = (hours: number): ['lines', number, string] => ['lines', hours, 'One-to-ones and appraisals']
const meets = (hours: number): ['meetings', number, string] => [
  'meetings',
  hours,
  'Weekly meetings of the team',
]

/** Where everybody works, what else they do, what they can, and when they are away. */
export const workers: Record<string, Worker> = {
  helena: { place: 'GB-ENG', duties: [meets(12), leads(6)] },
  tobias: { place: 'DE-BE', duties: [meets(10), leads(6)], leave: [gone(19, 23)] },
  imogen: { place: 'GB-ENG', duties: [meets(8), leads(5)], leave: [gone(33, 37, 'rafael')] },
  rafael: {
    ...{ place: 'GB-ENG', duties: [meets(6), leads(6)] },
    skills: [
      ['Marketing automation', 4, 4],
      ['Project management', 3, 4],
    ],
    leave: [{ kind: 'training', from: 12, to: 13, becomes: 'approved', note: 'Process training' }],
  },
  priya: { place: 'GB-ENG', duties: [meets(6), leads(4)], skills: [['Analytics', 4, 4]] },
  mateusz: {
    place: 'DE-BE',
    duties: [meets(3)],
    skills: [
      ['Analytics', 4, 3],
      ['Web', 1],
    ],
    leave: [gone(-3, 4)],
  },
  solveig: {
    place: 'DE-HH',
    duties: [meets(6), leads(4)],
    skills: [
      ['Design', 4],
      ['Copywriting', 3],
    ],
  },
  kofi: {
    ...{
      place: 'GB-ENG',
      duties: [meets(2)],
      skills: [
        ['Design', 3, 3],
        ['Video', 2],
      ],
    },
    leave: [{ kind: 'sick', from: -1, to: 2 }, gone(26, 37, 'ben')],
  },
  yuna: {
    ...{ place: 'DE-HH', skills: [['Copywriting', 4, 4]], duties: [meets(2)] },
    week: { days: [6, 6, 6, 6, 0, 0, 0], focus: 90, reason: 'Part-time, four days' },
    leave: [{ kind: 'holiday', from: 15, to: 15, half: 'starts', becomes: 'approved' }],
  },
  bram: {
    place: 'DE-BE',
    duties: [meets(5)],
    skills: [['Project management', 4, 4]],
    leave: [gone(8, 12, 'annika')],
  },
  leila: { place: 'US-TX', duties: [meets(8)], leave: [gone(20, 21)] },
  gareth: { place: 'GB-WLS' },
  anneliese: {
    place: 'DE-BY',
    duties: [['support', 12, 'Help desk, two mornings a week']],
    skills: [['Web', 3]],
  },
  chidi: {
    place: 'GB-ENG',
    leave: [{ kind: 'other', from: 5, to: 5, becomes: 'approved', note: 'Moving house' }],
  },
  marguerite: { place: 'GB-ENG' },
  sadia: { place: 'GB-ENG', skills: [['Events', 3]] },
  jonas: {
    ...{ place: 'DE-BY', duties: [meets(2), ['support', 6, 'First line for the automation tool']] },
    skills: [['Marketing automation', 3, 3]],
    leave: [{ kind: 'holiday', from: 22, to: 33, note: 'Skiing with the family', standIn: 'friederike' }],
  },
  annika: { place: 'DE-BE', duties: [meets(4)], skills: [['Project management', 3]] },
  maya: {
    ...{ place: 'US-NY', skills: [['Events', 4, 4]], duties: [meets(3)] },
    leave: [{ kind: 'holiday', from: 29, to: 30, note: 'Long weekend' }],
  },
  lena: {
    ...{ place: 'DE-HH', skills: [['Analytics', 3, 3]] },
    leave: [{ kind: 'parental', from: 40, to: 130, becomes: 'approved', standIn: 'tyler' }],
  },
  derek: { place: 'US-CA', skills: [['Web', 4, 4]], duties: [meets(2)], leave: [gone(3, 4, 'anneliese')] },
  ben: {
    ...{ place: 'GB-SCT', skills: [['Video', 4]] },
    leave: [{ kind: 'holiday', from: 26, to: 30, becomes: 'declined', note: 'A week in the Highlands' }],
  },
  carla: { place: 'US-TX', duties: [meets(4)], skills: [['Events', 2]] },
  friederike: {
    ...{ place: 'DE-BY', skills: [['Marketing automation', 2, 3]] },
    week: { days: [5, 5, 5, 5, 5, 0, 0], focus: 100, reason: 'Part-time, mornings' },
  },
  tyler: { place: 'US-NY', skills: [['Analytics', 2]], leave: [gone(1, 1)] },
}

export const hubs = [
  {
    ...{ name: 'Automation hub Europe', region: 'Europe', scale: 'department' as const, lead: 'jonas' },
    purpose: 'Builds and mends what the automation tool runs, for every team in Europe.',
    people: ['jonas', 'friederike', 'anneliese'],
    teams: ['Marketing operations', 'Regional marketing'],
  },
  {
    ...{ name: 'Studio London', region: 'United Kingdom', scale: 'enterprise' as const, lead: 'ben' },
    purpose: 'Design and video for marketing, sales and service alike.',
    people: ['kofi', 'ben', 'sadia'],
    teams: ['Creative', 'Marketing operations', 'Regional marketing'],
  },
  {
    ...{ name: 'Web and events Americas', region: 'Americas', scale: 'department' as const, lead: 'derek' },
    purpose: 'Pages and events in the time zones of the Americas.',
    people: ['derek', 'maya', 'tyler'],
    teams: ['Regional marketing', 'Marketing operations'],
  },
]
