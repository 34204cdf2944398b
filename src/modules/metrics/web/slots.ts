import { slot } from '../../../ui/slot.ts'

/** Beneath a metric in the catalogue, and in its Explain. */
export const metricSlot = slot<{ metric: string }>()
