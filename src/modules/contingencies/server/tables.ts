import type { Selectable } from 'kysely'
import type { Tables } from '../../../kernel/db/tables.ts'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    contingencies_plans: {
      id: string
      campaign_id: string
      name: string
      trigger: string
      metric: string | null
      below: number | null
      by_on: string | null
      plan_b: string
      activation: string
      owner_id: string | null
      rehearse_every: number
      cost_minor: number | null
      cost_currency: string | null
      checked_at: Date | null
      checked_known: boolean | null
      met_at: Date | null
      version: number
      created_by: string
      created_at: Date
    }
    contingencies_rehearsals: {
      id: string
      plan_id: string
      rehearsed_on: string
      note: string
      said_by: string
      said_at: Date
    }
    contingencies_activations: {
      id: string
      plan_id: string
      reason: string
      activated_by: string
      activated_at: Date
      ended_by: string | null
      ended_at: Date | null
      end_reason: string | null
    }
  }
}

export type PlanRow = Selectable<Tables['contingencies_plans']>
