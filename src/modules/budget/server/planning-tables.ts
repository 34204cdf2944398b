import type { JSONColumnType, Selectable } from 'kysely'
import type { Tables } from '../../../kernel/db/tables.ts'
import type { Guard, Recurrence, Share, Split } from '../contract.ts'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    budget_splits: {
      id: string
      line_id: string
      mode: Split['mode']
      metric: string | null
      shares: JSONColumnType<Share[]>
      note: string
      version: number
      set_by: string
      set_at: Date
    }
    budget_accruals: {
      id: string
      line_id: string
      order_id: string | null
      supplier: string
      /** The first day of its month. */
      month: string
      /** In the currency of the line. */
      minor: number
      note: string
      made_by: string
      made_at: Date
    }
    budget_reversals: {
      id: string
      accrual_id: string
      invoice_id: string | null
      month: string
      minor: number
      reason: string
      made_by: string
      made_at: Date
    }
    budget_recurrences: {
      id: string
      line_id: string
      every: Recurrence['every']
      starts_on: string
      ends_on: string | null
      /** In hundredths of a percent a year. */
      rises: number
      steps: JSONColumnType<Recurrence['steps']>
      version: number
      set_by: string
      set_at: Date
    }
    budget_guards: {
      id: string
      version: number
      guard: JSONColumnType<Guard>
      reason: string
      changed_at: Date
      changed_by: string
    }
    budget_crossings: {
      id: string
      year_id: string
      what: string
      said: string
      reason: string
      made_by: string
      made_at: Date
    }
  }
}

export type SplitRow = Selectable<Tables['budget_splits']>
export type AccrualRow = Selectable<Tables['budget_accruals']>
export type ReversalRow = Selectable<Tables['budget_reversals']>
export type RecurrenceRow = Selectable<Tables['budget_recurrences']>
