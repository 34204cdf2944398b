import { slot } from '../../../ui/slot.ts'

/** On the page of a budget line: what else is given to it, such as hours. */
export const lineSlot = slot<{ kind: 'budget-line'; id: string }>()
