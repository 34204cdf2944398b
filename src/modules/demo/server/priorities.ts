import type { App } from '../../../kernel/app.ts'
import { priorities } from '../../priorities/contract.ts'
import { strategy } from '../../strategy/contract.ts'
import { work } from '../../work/contract.ts'
import { peopleOf } from './people.ts'

/** Title; reach, impact, confidence, effort; cost of delay a day; hours of work. */
const wished: [string, [number, number, number, number], number, number][] = [
  ['Lead scoring by region', [1200, 2, 0.8, 3], 180, 40],
  ['One form for every webinar', [3400, 1, 0.8, 1], 260, 16],
  ['Dashboard for partner leads', [240, 1, 0.5, 2], 40, 32],
  ['Clean up of old source names', [5200, 0.5, 1, 1], 120, 24],
  ['Consent on all landing pages', [9000, 2, 1, 2], 900, 40],
  ['Nurture for lost opportunities', [800, 2, 0.5, 4], 210, 80],
  ['Hand-over note for sales', [620, 1, 0.8, 0.5], 150, 8],
  ['Calendar of all campaigns in one place', [45, 2, 0.8, 2], 60, 48],
  ['Shorter weekly report', [30, 0.5, 1, 0.5], 20, 8],
  ['Test of two subject lines a week', [12000, 0.25, 0.8, 1], 70, 16],
]

const process =
  'Who asks for something estimates reach; whoever would do it estimates effort. On the first Monday of a month Rafael goes through the list with the leads of the teams, half an hour, and the order is applied to the board. Imogen may put an item elsewhere; the reason stands on the list.'

/** A backlog whose items were estimated by several people, by a model with its process, and one exception. */
export async function writePriorities(app: App): Promise<void> {
  const { as, id } = await peopleOf(app, 'priorities')
  const board = await as('rafael')(work.addBoard, {
    ...{ name: 'Operations backlog', ownerId: id('rafael') },
    purpose: 'What would make marketing operations better, in the order in which it is done.',
    stages: [
      { name: 'Backlog', kind: 'waiting', phase: 'planning' },
      { name: 'Next', kind: 'waiting', phase: 'planning' },
      { name: 'In progress', kind: 'active', phase: 'execution', limit: 4 },
      { name: 'Done', kind: 'done', phase: 'reflection' },
    ],
  })
  await as('rafael')(priorities.setModel, {
    ...{ boardId: null, version: 0, definition: { kind: 'rice', process } },
    reason: 'Agreed with the leads of the teams in the quarter review',
  })
  const { items: goals } = await as('imogen')(strategy.goals, {})
  const ids: string[] = []
  for (const [at, [title, [reach, impact, confidence, effort], cost, hours]] of wished.entries()) {
    const who = at % 2 === 0 ? 'rafael' : 'priya'
    const said = { title, boardId: board.id, estimateMinutes: hours * 60 }
    const goal = at % 4 === 3 ? undefined : goals[at % goals.length]
    const why = goal ? { serves: { kind: 'goal', id: goal.id } } : { notVision: 'Keeps the engine running' }
    const item = await as(who)(work.add, { ...said, ...why })
    ids.push(item.id)
    const inputs = { reach, impact, confidence, effort, 'cost of delay': cost }
    await as(who)(priorities.say, { items: [{ id: item.id, inputs }] })
  }
  await as('rafael')(work.add, { title: 'Try a chat on the price page', boardId: board.id })
  const reason = 'The executive team reads it from next month on'
  await as('imogen')(priorities.override, { id: ids[7]!, place: 2, reason })
  await as('rafael')(priorities.weigh, { boardId: board.id })
}
