import { slot } from '../../../ui/slot.ts'
import type { Detail } from '../contract.ts'

/** Cards of later modules on the page of an item: files, time, blockers, proofs. */
export const itemSlot = slot<{ detail: Detail }>()
