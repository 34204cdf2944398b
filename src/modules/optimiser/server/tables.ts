import type { ColumnType, Selectable } from 'kysely'
import type { Tables } from '../../../kernel/db/tables.ts'
import type { Run } from '../contract.ts'
import type { Learnt } from '../rules.ts'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    optimiser_fits: {
      id: string
      metric: string
      state: Run['state']
      draws: number
      done: number
      /** Of the weeks it rests on. */
      signature: string
      result: ColumnType<Learnt | null, string | null, string | null>
      reason: string | null
      asked_at: Date
      asked_by: string
    }
  }
}

export type FitRow = Selectable<Tables['optimiser_fits']>

export const toRun = (row: FitRow): Run => ({
  id: row.id,
  metric: row.metric,
  state: row.state,
  draws: row.draws,
  done: row.done,
  reason: row.reason,
  askedAt: row.asked_at.toISOString(),
  askedBy: row.asked_by,
})
