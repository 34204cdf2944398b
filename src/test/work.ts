import type { Asked } from '../kernel/contract.ts'
import { strategy } from '../modules/strategy/contract.ts'
import { trace } from '../modules/trace/contract.ts'
import { work } from '../modules/work/contract.ts'
import type { Company, PersonName } from './company.ts'

type Stage = Asked<typeof work.addBoard>['stages'][number]

/** To do → Doing (two at once) → Review (Cleo's role approves) → Done (what is approved). */
export const stages: Stage[] = [
  { name: 'To do', kind: 'waiting', phase: 'planning' },
  {
    name: 'Doing',
    kind: 'active',
    phase: 'execution',
    limit: 2,
    mostDays: 5,
    isRequired: true,
    demands: ['assignee'],
  },
  {
    name: 'Review',
    kind: 'active',
    phase: 'execution',
    isRequired: true,
    approverRoleId: 'creative-director',
  },
  { name: 'Done', kind: 'done', phase: 'reflection', demands: ['approval'] },
]

export const plainStages: Stage[] = [
  { name: 'To do', kind: 'waiting' },
  { name: 'Doing', kind: 'active' },
  { name: 'Done', kind: 'done' },
]

/** Marco’s board at Northwind, in all but what is said. */
export async function boardOf(company: Company, said: object = {}, who: PersonName = 'marco') {
  return company.as(who)(work.addBoard, {
    ...{ name: 'Room', ownerId: company.ids.marco, stages },
    ...said,
  })
}

/** Ana’s goal under the vision: what serves it leads up. */
export async function goalOf(company: Company): Promise<string> {
  const ana = company.as('ana')
  const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Lead' }] }] }
  const { id: vision } = await ana(strategy.saveVision, {
    ...{ title: 'Where we go', base: 0, body, reason: 'First' },
  })
  const { id } = await ana(strategy.addGoal, {
    ...{ name: 'More demand', level: 'objective', from: '2026-02-01', to: '2027-01-31' },
  })
  await ana(trace.link, { kind: 'goal', id, parent: { kind: 'vision', id: vision } })
  return id
}
