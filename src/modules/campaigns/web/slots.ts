import { slot } from '../../../ui/slot.ts'

/** On the page of a campaign: what else is given to it, such as hours. */
export const campaignSlot = slot<{ kind: 'campaign'; id: string }>()
