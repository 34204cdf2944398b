import type { JSONColumnType, Selectable } from 'kysely'
import type { Tables } from '../../../kernel/db/tables.ts'
import type { Bar, Body, Remark } from '../contract.ts'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    cases_bars: {
      id: string
      version: number
      bar: JSONColumnType<Bar>
      reason: string
      changed_at: Date
      changed_by: string
    }
    cases_records: {
      id: string
      name: string
      version: number
      made_by_id: string
      made_by: string
      made_at: Date
      removed_at: Date | null
    }
    cases_versions: {
      case_id: string
      version: number
      name: string
      body: JSONColumnType<Body>
      reason: string
      changed_by: string
      changed_at: Date
    }
    cases_remarks: {
      id: string
      case_id: string
      version: number
      verdict: Remark['verdict']
      role: string
      says: string
      by_id: string
      by_name: string
      said_at: Date
    }
  }
}

export type CaseRow = Selectable<Tables['cases_records']>
export type VersionRow = Selectable<Tables['cases_versions']>
export type RemarkRow = Selectable<Tables['cases_remarks']>
