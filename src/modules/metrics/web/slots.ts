import { slot } from '../../../ui/slot.ts'

/** Beneath a metric in the catalogue, in its Explain and on its page. */
export const metricSlot = slot<{ metric: string }>()

/** Cards on the page of one metric: who uses it. */
export const metricCardSlot = slot<{ metric: string }>()
