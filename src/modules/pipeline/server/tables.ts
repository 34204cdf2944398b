import type { JSONColumnType, Selectable } from 'kysely'
import type { Tables } from '../../../kernel/db/tables.ts'
import type { Stage } from '../contract.ts'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    pipeline_stage_sets: {
      id: string
      version: number
      stages: JSONColumnType<Stage[]>
      reason: string
      changed_at: Date
      changed_by: string
    }
    pipeline_disputes: {
      id: string
      lead_id: string
      reason: string
      disputed_by: string
      disputed_at: Date
      answer: string | null
      verdict: string | null
      answered_by: string | null
      answered_at: Date | null
    }
  }
}

export type DisputeRow = Selectable<Tables['pipeline_disputes']>

export const toDispute = (row: DisputeRow) => ({
  id: row.id,
  leadId: row.lead_id,
  reason: row.reason,
  by: row.disputed_by,
  at: row.disputed_at.toISOString(),
  answer: row.answer,
  verdict: row.verdict as 'upheld' | 'declined' | null,
  answeredBy: row.answered_by,
  answeredAt: row.answered_at?.toISOString() ?? null,
})
