import type { JSONColumnType, Selectable } from 'kysely'
import type { Tables } from '../../../kernel/db/tables.ts'
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
    attribution_runs: {
      id: string
      resamples: number
      done: number
      state: string
      /** State of the figures it was measured on. */
      signature: string
      intervals: JSONColumnType<KeptInterval[] | null>
      reason: string | null
      asked_at: Date
      asked_by: string
    }
  }
}

type KeptInterval = {
  channel: string | null
  share: number
  lower: number
  upper: number
  conversions: number
  isThin: boolean
}
export type RunRow = Selectable<Tables['attribution_runs']>

export const toRun = (row: RunRow) => ({
  id: row.id,
  resamples: row.resamples,
  done: row.done,
  state: row.state as 'running' | 'done' | 'stopped' | 'failed',
  reason: row.reason,
  askedAt: row.asked_at.toISOString(),
  askedBy: row.asked_by,
  intervals: row.intervals ?? [],
})
