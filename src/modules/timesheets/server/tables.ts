import type { Selectable } from 'kysely'
import type { Tables } from '../../../kernel/db/tables.ts'
import type { Entry } from '../contract.ts'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    timesheets_entries: {
      id: string
      person_id: string
      day: string
      minutes: number
      item_id: string | null
      duty: Entry['duty']
      note: string
      source: Entry['source']
      /** When a timer was stopped: what tells of evenings. */
      ended_at: Date | null
      version: number
      changed_at: Date
      removed_at: Date | null
    }
    timesheets_timers: {
      person_id: string
      id: string
      item_id: string | null
      duty: Entry['duty']
      note: string
      started_at: Date
    }
    timesheets_locks: {
      id: string
      person_id: string
      week_on: string
      locked_by: string
      locked_at: Date
      reopened_by: string | null
      reopened_at: Date | null
      reason: string
    }
  }
}

export type EntryRow = Selectable<Tables['timesheets_entries']>
export type TimerRow = Selectable<Tables['timesheets_timers']>
