import type { Generated, JSONColumnType, Selectable } from 'kysely'
import type { Tables } from '../../../kernel/db/tables.ts'
import type { Evidence, Verdict } from '../contract.ts'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    budget_limits: {
      id: string
      person_id: string
      person_name: string
      per_decision: number
      per_month: number
      currency: string
      kinds: string[]
      campaigns: string[]
      until_on: string
      set_by: string
      set_at: Date
      ended_at: Date | null
    }
    budget_decisions: {
      id: string
      seq: Generated<number>
      verdict: Verdict
      subject: string
      line_id: string
      what: string
      minor: number
      currency: string
      own_minor: number
      /** The organisation’s when it was decided. */
      own_currency: string
      decided_by_id: string
      decided_by: string
      authority_id: string | null
      authority: string
      reason: string
      evidence: JSONColumnType<Evidence>
      decided_on: string
      decided_at: Date
    }
  }
}

export type LimitRow = Selectable<Tables['budget_limits']>
export type DecisionRow = Selectable<Tables['budget_decisions']>
