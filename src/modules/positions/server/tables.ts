import type { Selectable } from 'kysely'
import type { Tables } from '../../../kernel/db/tables.ts'
import type { Asking, Target } from '../contract.ts'
import type { State } from '../rules.ts'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    positions_records: {
      id: string
      title: string
      team: string
      department: string
      funded_by: string
      manager_id: string | null
      manager_name: string
      starts_on: string
      ends_on: string | null
      fte_percent: number
      weekly_minutes: number
      purpose: string
      state: State
      person_id: string | null
      person_name: string
      filled_on: string | null
      ended_on: string | null
      ending: string | null
      version: number
      added_by: string
      added_at: Date
      changed_by: string
      changed_at: Date
      removed_at: Date | null
    }
    positions_costs: {
      position_id: string
      salary_minor: number
      on_cost_minor: number
      currency: string
      set_by: string
      set_at: Date
    }
    positions_askings: {
      id: string
      position_id: string
      line_id: string
      year_id: string
      minor: number
      currency: string
      /** Whole numbers in an array of PostgreSQL come and go as text. */
      months: string[]
      days: string[]
      from_on: string
      to_on: string
      reason: string
      state: Asking['state']
      asked_by_id: string
      asked_by: string
      asked_at: Date
      escalated_by: string | null
      escalated_at: Date | null
      escalation: string | null
      decided_by_id: string | null
      decided_by: string | null
      decided_at: Date | null
      decision: string | null
    }
    positions_deliverables: {
      id: string
      position_id: string
      what: string
      due_on: string
      delivered_on: string | null
      minutes: number
      evidence: string
      value: string
      version: number
      changed_by: string
      changed_at: Date
      removed_at: Date | null
    }
    positions_hours: {
      id: string
      position_id: string
      kind: Target['kind']
      target_id: string
      month_on: string
      minutes: number
      share_points: number | null
      changed_by: string
      changed_at: Date
    }
  }
}

export type PositionRow = Selectable<Tables['positions_records']>
export type CostRow = Selectable<Tables['positions_costs']>
export type AskingRow = Selectable<Tables['positions_askings']>
export type DeliverableRow = Selectable<Tables['positions_deliverables']>
export type HoursDbRow = Selectable<Tables['positions_hours']>
