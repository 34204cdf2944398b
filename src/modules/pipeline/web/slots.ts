import type { Filter } from '../../../engine/query/query.ts'
import { slot } from '../../../ui/slot.ts'
import type { Opportunity } from '../contract.ts'

/** Cards on the page of one opportunity, between its people and where it came from. */
export const opportunitySlot = slot<Pick<Opportunity, 'id' | 'outcome'>>()

/** Figures beside velocity, above the list of opportunities. */
export const totalsSlot = slot<{ from?: string; to?: string; where: Filter[] }>()
