import type { Selectable } from 'kysely'
import type { Tables } from '../../../kernel/db/tables.ts'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    forecast_actions: {
      id: string
      says: string
      metric: string
      dimension: string | null
      segment: string | null
      from_on: string
      to_on: string
      owner_id: string
      due_on: string
      state: 'open' | 'done'
      decided_by: string
      decided_at: Date
      done_at: Date | null
    }
    forecast_targets: {
      id: string
      starts_on: string
      currency: string
      amount_minor: number
      set_by: string
      set_at: Date
    }
    forecast_anomalies: {
      id: string
      metric: string
      from_on: string
      to_on: string
      actual: number
      expected: number
      score: number
      says: string
      found_at: Date
      is_told: boolean
      seen_by: string | null
      seen_at: Date | null
    }
  }
}

export type ActionRow = Selectable<Tables['forecast_actions']>
export type TargetRow = Selectable<Tables['forecast_targets']>
export type AnomalyRow = Selectable<Tables['forecast_anomalies']>
