import { slot } from '../../../ui/slot.ts'
import type { Kpi } from '../contract.ts'

/** On the page of a KPI agreement: its forecast against its target, what it costs. */
export const kpiSlot = slot<{ kpi: Kpi }>()
