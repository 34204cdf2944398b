import { slot } from '../../../ui/slot.ts'
import type { Opportunity } from '../contract.ts'

/** Cards on the page of one opportunity, between its people and where it came from. */
export const opportunitySlot = slot<Pick<Opportunity, 'id' | 'outcome'>>()
