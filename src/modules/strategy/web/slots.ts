import { slot } from '../../../ui/slot.ts'
import type { Kpi } from '../contract.ts'

/** On the page of a KPI agreement: its forecast against its target, what it costs. */
export const kpiSlot = slot<{ kpi: Kpi }>()

/** On the page of a goal: what else is given to it, such as hours. */
export const goalSlot = slot<{ kind: 'goal'; id: string }>()
