import type { Asked } from '../kernel/contract.ts'
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
