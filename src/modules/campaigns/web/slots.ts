import { slot } from '../../../ui/slot.ts'

/** Beside the results of a campaign: what it gets of the budget. */
export const outcomeSlot = slot<{ id: string }>()
/** On the page of a campaign: what else is given to it, such as hours. */
export const campaignSlot = slot<{ kind: 'campaign'; id: string }>()
