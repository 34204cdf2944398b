import type { App } from '../../../kernel/app.ts'
import { dayIn } from '../../../methods/days.ts'
import { routines } from '../../routines/contract.ts'
import { work } from '../../work/contract.ts'
import { type Firm, peopleOf } from './people.ts'

type Written = {
  by: string
  name: string
  title: string
  words: string
  checklist: string[]
  parts: { title: string; offset: number; estimateMinutes: number }[]
  hours: number
  turn: string[]
  rule: string
  zone: string
  lead: number
}

const written: Written[] = [
  {
    ...{ by: 'priya', name: 'Weekly trajectory report', title: 'Trajectory report, {week}' },
    words: 'What moved since last week, why, and what we do about it. One page.',
    checklist: ['All imports of the week have landed', 'Anomalies explained', 'Sent to the executive team'],
    ...{ parts: [], hours: 3, turn: ['priya', 'rafael'], lead: 1 },
    ...{ rule: 'FREQ=WEEKLY;BYDAY=MO', zone: 'Europe/London' },
  },
  {
    ...{ by: 'rafael', name: 'Monthly newsletter', title: 'Newsletter {month}' },
    words: 'For customers and prospects who asked for it.',
    checklist: ['Links open', 'Legal has read it', 'Sent to the test list'],
    parts: [
      { title: 'Topics of {month}', offset: -10, estimateMinutes: 120 },
      { title: 'Copy and pictures', offset: -5, estimateMinutes: 480 },
      { title: 'Build and test', offset: -2, estimateMinutes: 240 },
    ],
    ...{ hours: 2, turn: ['rafael'], lead: 12, rule: 'FREQ=MONTHLY;BYDAY=2TU', zone: 'Europe/London' },
  },
  {
    ...{ by: 'imogen', name: 'Quarterly review preparation', title: 'Prepare the review of {quarter}' },
    words: 'Figures, what was learnt, and what we ask for.',
    checklist: ['Figures signed by sales and finance', 'Rehearsed once'],
    parts: [{ title: 'Figures and their story', offset: -5, estimateMinutes: 600 }],
    ...{ hours: 6, turn: ['imogen'], lead: 10, zone: 'America/New_York' },
    rule: 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1',
  },
]

async function writeOne({ as, id }: Firm, boardId: string, one: Written): Promise<void> {
  const { by, name, title, words, checklist, parts, turn, rule, zone, lead } = one
  const template = await as(by)(routines.addTemplate, {
    name,
    definition: {
      ...{ boardId, title, words, checklist, parts, labels: ['routine'] },
      ...{ estimateMinutes: one.hours * 60, notVision: 'Keeps the engine running' },
      assign: { kind: 'rotation', ids: turn.map(id) },
    },
  })
  const terms = { rule, zone, lead, time: '08:00', startsOn: dayIn(zone, new Date()) }
  await as(by)(routines.add, { ...terms, name, templateId: template.id })
}

/** What comes again and again: a report, a newsletter, a review; one report is made ahead, one is left out. */
export async function writeRoutines(app: App): Promise<void> {
  const firm = await peopleOf(app, 'routines')
  const { items: boards } = await firm.as('rafael')(work.boards, {})
  const board = boards.find((one) => one.name !== 'Operations backlog') ?? boards[0]!
  for (const one of written) await writeOne(firm, board.id, one)
  const { items } = await firm.as('priya')(routines.list, {})
  const weekly = items.find((one) => one.name === 'Weekly trajectory report')!
  // The first may be due today: it comes by itself.
  const [, second, third] = weekly.next
  if (second) await firm.as('priya')(routines.makeNow, { id: weekly.id, occurs: second.occurs })
  if (third)
    await firm.as('priya')(routines.skip, { id: weekly.id, occurs: third.occurs, reason: 'Trade fair' })
}
