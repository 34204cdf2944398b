import type { Asked } from '../../../kernel/contract.ts'
import type { work } from '../../work/contract.ts'

type Said = Asked<typeof work.addBoard>
export type DemoBoard = Omit<Said, 'ownerId' | 'stages'> & {
  owner: string
  /** How many of a hundred items stand here, and how many in each stage while they are open. */
  share: number
  /** With the days that items usually stay. */
  stages: (Said['stages'][number] & { days: number; open: number })[]
  /** Who works here; the first of two that fit makes it. */
  people: string[]
}

/** Media production: a stage for each thing that has to be so before an asset is seen. */
const room: DemoBoard = {
  ...{ name: 'Marketing room', owner: 'rafael', share: 44, people: ['kofi', 'yuna', 'bram', 'rafael'] },
  purpose: 'What marketing makes, from the brief to what was learnt. Everybody reads it, every morning.',
  scale: 'enterprise',
  stages: [
    {
      ...{ name: 'Brief', kind: 'waiting', phase: 'planning', days: 6, open: 7 },
      entry: ['It says for whom it is and what they should do'],
    },
    {
      ...{ name: 'Concept', kind: 'active', phase: 'planning', limit: 6, mostDays: 6, days: 3, open: 4 },
      demands: ['assignee'],
    },
    {
      ...{ name: 'Production', kind: 'active', phase: 'execution', limit: 8, mostDays: 8, isRequired: true },
      ...{ demands: ['assignee', 'estimate', 'unblocked'], days: 4, open: 6 },
      exit: ['Links, claims and prices were checked by a second pair of eyes'],
    },
    {
      ...{ name: 'Review', kind: 'active', phase: 'execution', limit: 5, mostDays: 3, isRequired: true },
      ...{ approverRoleId: 'creative-director', days: 1.5, open: 4 },
    },
    {
      ...{ name: 'Legal', kind: 'active', phase: 'execution', limit: 4, mostDays: 4, demands: ['approval'] },
      ...{ days: 2, open: 2 },
    },
    { name: 'Live', kind: 'done', phase: 'execution', demands: ['approval'], days: 9, open: 9 },
    { name: 'Reflection', kind: 'done', phase: 'reflection', days: 3, open: 0 },
  ],
}

const operations: DemoBoard = {
  ...{ name: 'Operations', owner: 'bram', share: 31, people: ['bram', 'rafael', 'imogen', 'yuna'] },
  purpose: 'What keeps the machine running: set-ups, lists, handovers, what other teams ask for.',
  scale: 'department',
  stages: [
    { name: 'To do', kind: 'waiting', phase: 'planning', days: 5, open: 8 },
    {
      ...{ name: 'Doing', kind: 'active', phase: 'execution', limit: 7, mostDays: 5, demands: ['assignee'] },
      ...{ days: 2.5, open: 5 },
    },
    { name: 'With others', kind: 'active', phase: 'execution', mostDays: 7, days: 2, open: 3 },
    { name: 'Done', kind: 'done', phase: 'reflection', days: 1, open: 0 },
  ],
}

const reporting: DemoBoard = {
  ...{ name: 'Data & reporting', owner: 'priya', share: 21, people: ['mateusz', 'priya', 'mateusz'] },
  purpose: 'Questions about figures, and the data that answers them.',
  scale: 'department',
  stages: [
    { name: 'Asked', kind: 'waiting', phase: 'planning', days: 7, open: 5 },
    { name: 'Ready', kind: 'waiting', phase: 'planning', demands: ['estimate'], days: 3, open: 2 },
    {
      ...{ name: 'In work', kind: 'active', phase: 'execution', limit: 4, mostDays: 7, days: 3.5, open: 3 },
      demands: ['assignee'],
    },
    {
      ...{ name: 'Checked', kind: 'active', phase: 'execution', limit: 3, mostDays: 3, isRequired: true },
      ...{ days: 1, open: 2, entry: ['The figures were traced to their source'] },
    },
    { name: 'Done', kind: 'done', phase: 'reflection', days: 1, open: 0 },
  ],
}

const closed: DemoBoard = {
  ...{ name: 'Team changes', owner: 'imogen', share: 4, people: ['imogen'], isConfidential: true },
  purpose: 'Roles that open or change. Not for the corridor before it is said.',
  scale: 'department',
  stages: [
    { name: 'Thought of', kind: 'waiting', phase: 'planning', days: 10, open: 2 },
    { name: 'Talked about', kind: 'active', phase: 'execution', days: 8, open: 2 },
    { name: 'Settled', kind: 'done', phase: 'reflection', days: 1, open: 0 },
  ],
}

export const demoBoards = [room, operations, reporting, closed]
