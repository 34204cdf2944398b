import type { JSONColumnType } from 'kysely'
import type { Settings } from '../contract.ts'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    attribution_settings: {
      id: string
      version: number
      settings: JSONColumnType<Settings>
      reason: string
      changed_at: Date
      changed_by: string
    }
  }
}
