import { slot } from '../../../ui/slot.ts'

/** Beside the results of a campaign: what it gets of the budget. */
export const campaignSlot = slot<{ id: string }>()
