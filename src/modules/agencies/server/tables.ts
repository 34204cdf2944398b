import type { Selectable } from 'kysely'
import type { Tables } from '../../../kernel/db/tables.ts'
import type { Deliverable } from '../contract.ts'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    agencies_records: {
      id: string
      name: string
      note: string
      from_on: string
      until_on: string | null
      version: number
      created_by: string
      created_at: Date
    }
    agencies_rates: {
      id: string
      agency_id: string
      what: string
      unit: string
      minor: number
      currency: string
      position: number
    }
    agencies_people: { person_id: string; agency_id: string }
    agencies_suppliers: { supplier: string; agency_id: string }
    agencies_campaigns: {
      agency_id: string
      campaign_id: string
      given_by: string
      given_at: Date
      ended_at: Date | null
    }
    agencies_deliverables: {
      id: string
      agency_id: string
      campaign_id: string
      what: string
      note: string
      due_on: string
      version: number
      created_by: string
      created_at: Date
    }
    agencies_deliveries: {
      id: string
      deliverable_id: string
      delivered_on: string
      link: string
      note: string
      delivered_by_id: string | null
      delivered_by: string
      delivered_at: Date
      verdict: Deliverable['deliveries'][number]['verdict']
      reason: string
      decided_by: string | null
      decided_at: Date | null
    }
  }
}

export type AgencyRow = Selectable<Tables['agencies_records']>
export type GivenRow = Selectable<Tables['agencies_campaigns']>
export type DeliverableRow = Selectable<Tables['agencies_deliverables']>
export type DeliveryRow = Selectable<Tables['agencies_deliveries']>
