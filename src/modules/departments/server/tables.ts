import type { JSONColumnType, Selectable } from 'kysely'
import type { Tables } from '../../../kernel/db/tables.ts'
import type { Body } from '../../strategy/rules.ts'
import type { AskState } from '../things/ask.ts'
import type { Tie } from '../things/page.ts'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    departments_pages: {
      id: string
      name: string
      version: number
      owner_id: string | null
      owner_name: string | null
      closed_at: Date | null
    }
    departments_people: { id: string; page_id: string; person_id: string; name: string }
    departments_versions: {
      id: string
      page_id: string
      version: number
      summary: string
      doing: JSONColumnType<Body>
      meaning: JSONColumnType<Body>
      needs: JSONColumnType<Body>
      ties: JSONColumnType<Tie[]>
      reason: string
      saved_by_id: string | null
      saved_by: string
      saved_at: Date
    }
    departments_reads: {
      id: string
      page_id: string
      version: number
      person_id: string
      name: string
      read_at: Date
    }
    departments_links: {
      id: string
      page_id: string
      token_hash: string
      label: string
      has_figures: boolean
      made_by: string
      made_at: Date
      expires_at: Date
      revoked_at: Date | null
      revoked_by: string | null
      visits: number
      visited_at: Date | null
    }
    departments_contacts: {
      id: string
      page_id: string
      what: string
      person_id: string | null
      person_name: string
      deputy_id: string | null
      deputy_name: string | null
      channel: string
      response_hours: number
      time_zone: string
      removed_at: Date | null
      version: number
    }
    departments_asks: {
      id: string
      page_id: string
      what: string
      why: string
      minor: number | null
      currency: string | null
      kpi_id: string | null
      size: 'S' | 'M' | 'L' | 'XL' | null
      rank: number
      due_on: string
      asked_by_id: string | null
      asked_by: string
      asked_at: Date
      of_id: string | null
      of_name: string | null
      state: AskState
      reason: string | null
      answered_by: string | null
      answered_at: Date | null
      reminded_on: string | null
      version: number
    }
  }
}

export type PageRow = Selectable<Tables['departments_pages']>
export type VersionRow = Selectable<Tables['departments_versions']>
export type LinkRow = Selectable<Tables['departments_links']>
export type AskRow = Selectable<Tables['departments_asks']>
export type ContactRow = Selectable<Tables['departments_contacts']>
