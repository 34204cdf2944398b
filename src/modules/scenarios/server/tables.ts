import type { JSONColumnType, Selectable } from 'kysely'
import type { Tables } from '../../../kernel/db/tables.ts'
import type { Adoption } from './adoption.ts'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    scenarios_records: {
      id: string
      year_id: string
      name: string
      why: string
      state: 'open' | 'adopted'
      version: number
      made_by_id: string
      made_by: string
      made_at: Date
      changed_by: string
      changed_at: Date
      adopted_by: string | null
      adopted_at: Date | null
      /** What takes the adoption back. */
      adoption: JSONColumnType<Adoption> | null
      removed_at: Date | null
    }
    scenarios_lines: {
      id: string
      scenario_id: string
      line_id: string | null
      seen_version: number | null
      area: string
      programme: string
      campaign: string
      name: string
      kind: string
      channel: string
      currency: string
      /** Whole numbers in an array of PostgreSQL come and go as text. */
      base: string[]
      months: string[]
      is_dropped: boolean
      position: number
      version: number
    }
  }
}

export type RecordRow = Selectable<Tables['scenarios_records']>
export type ScenarioLineRow = Selectable<Tables['scenarios_lines']>
