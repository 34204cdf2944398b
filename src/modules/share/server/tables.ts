import type { JSONColumnType } from 'kysely'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    share_targets: {
      id: string
      version: number
      target: JSONColumnType<{ percent: number }>
      reason: string
      changed_at: Date
      changed_by: string
    }
  }
}
