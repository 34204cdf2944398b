import type { JSONColumnType } from 'kysely'
import type { Figures } from '../contract.ts'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    drift_weeks: { week_on: string; figures: JSONColumnType<Figures>; kept_by: string; kept_at: Date }
    drift_reviews: {
      id: string
      kind: string
      record_id: string
      vision_version: number
      reviewed_by: string
      reviewed_at: Date
    }
  }
}
