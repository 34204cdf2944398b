import type { Generated, Selectable } from 'kysely'
import type { Tables } from '../../../kernel/db/tables.ts'
import type { Line } from '../contract.ts'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    budget_years: {
      id: string
      number: number
      label: string
      months: string[]
      ends_on: string
      currency: string
      state: 'draft' | 'approved'
      opened_by: string
      opened_at: Date
      approved_by: string | null
      approved_by_id: string | null
      approved_at: Date | null
    }
    budget_lines: {
      id: string
      year_id: string
      area: string
      programme: string
      campaign: string
      name: string
      kind: string
      channel: string
      owner_id: string | null
      owner_name: string
      currency: string
      plan: string[]
      forecast: string[]
      moved: Generated<number>
      is_placeholder: boolean
      /** Null: inherited from its area. */
      purpose: Line['purpose']
      note: string
      position: number
      version: number
      created_by: string
      created_at: Date
      changed_by: string
      changed_at: Date
      removed_at: Date | null
    }
    budget_delegations: {
      id: string
      from_id: string
      from_name: string
      to_id: string
      to_name: string
      from_on: string
      to_on: string
      reason: string
      set_by: string
      set_at: Date
      ended_at: Date | null
    }
    budget_requests: {
      id: string
      line_id: string
      kind: 'standard' | 'blanket'
      supplier: string
      what: string
      reason: string
      minor: number
      currency: string
      due_on: string
      /** Of an order that was placed before it came here. */
      ordered_on: string | null
      rate_minor: number | null
      rate_unit: string
      state: 'waiting' | 'approved' | 'refused' | 'withdrawn'
      requested_by_id: string
      requested_by: string
      requested_at: Date
      escalated_by: string | null
      escalated_by_id: string | null
      escalated_at: Date | null
      escalation: string | null
      decided_by_id: string | null
      decided_by: string | null
      decided_at: Date | null
      decision: string | null
    }
    budget_orders: {
      id: string
      number: string
      line_id: string
      request_id: string
      kind: 'standard' | 'blanket'
      supplier: string
      what: string
      minor: number
      currency: string
      line_minor: number
      released: number
      ordered: number
      due_on: string
      rate_minor: number | null
      rate_unit: string
      owner_id: string
      owner_name: string
      state: 'open' | 'closed'
      opened_on: string
      opened_by: string
      opened_at: Date
      closed_by: string | null
      closed_at: Date | null
      closing: string | null
    }
    budget_releases: {
      id: string
      order_id: string
      minor: number
      line_minor: number
      note: string
      released_on: string
      released_by: string
      released_at: Date
    }
    budget_invoices: {
      id: string
      line_id: string
      order_id: string | null
      supplier: string
      number: string
      minor: number
      currency: string
      line_minor: number
      invoiced_on: string
      starts_on: string
      ends_on: string
      over: number
      note: string
      state: 'booked' | 'void'
      booked_by_id: string
      booked_by: string
      booked_at: Date
      voided_by: string | null
      voided_at: Date | null
      voiding: string | null
    }
    budget_transfers: {
      id: string
      from_id: string
      to_id: string
      minor: number
      to_minor: number
      reason: string
      moved_by_id: string
      moved_by: string
      moved_at: Date
    }
  }
}

export type YearRow = Selectable<Tables['budget_years']>
export type LineRow = Selectable<Tables['budget_lines']>
export type TransferRow = Selectable<Tables['budget_transfers']>
export type DelegationRow = Selectable<Tables['budget_delegations']>
export type ReleaseRow = Selectable<Tables['budget_releases']>
export type RequestRow = Selectable<Tables['budget_requests']>
export type OrderRow = Selectable<Tables['budget_orders']>
export type InvoiceRow = Selectable<Tables['budget_invoices']>
