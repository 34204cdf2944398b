import type { Demand, Item } from '../contract.ts'

export const priorityNames: Record<Item['priority'], string> = {
  urgent: 'Urgent',
  high: 'High',
  normal: 'Normal',
  low: 'Low',
}

export const demandWords: Record<Demand, string> = {
  assignee: 'somebody is assigned',
  estimate: 'it has an estimate',
  due: 'it has a due day',
  checks: 'its checklist is done',
  vision: 'it leads up to the vision, or says why not',
  approval: 'it is approved',
  unblocked: 'nothing it waits for is open',
}

/** Minutes as hours: “2.5 h”. */
export const hours = (minutes: number): string => `${Math.round(minutes / 6) / 10} h`
