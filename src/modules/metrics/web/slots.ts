import { slot } from '../../../ui/slot.ts'

/** Cards on the page of one metric: who uses it. */
export const metricSlot = slot<{ metric: string }>()
