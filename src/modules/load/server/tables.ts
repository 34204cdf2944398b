import type { JSONColumnType, Selectable } from 'kysely'
import type { Tables } from '../../../kernel/db/tables.ts'
import type { Agreement, SignalKind } from '../rules.ts'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    load_agreements: {
      id: string
      version: number
      agreement: JSONColumnType<Agreement>
      reason: string
      changed_at: Date
      changed_by: string
    }
    load_signals: {
      id: string
      person_id: string
      kind: SignalKind
      words: string
      noticed_at: Date
      shared_at: Date | null
      ended_at: Date | null
    }
  }
}
export type SignalRow = Selectable<Tables['load_signals']>
