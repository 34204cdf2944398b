import { slot } from '../../../ui/slot.ts'
import type { Asked } from '../contract.ts'

/** Beside what the return is counted from. */
export const returnSlot = slot<Pick<Asked, 'costs'>>()
