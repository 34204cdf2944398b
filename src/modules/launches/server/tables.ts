import type { Selectable } from 'kysely'
import type { Tables } from '../../../kernel/db/tables.ts'
import type { State } from '../rules.ts'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    launches_records: {
      id: string
      name: string
      tier: number
      products: string[]
      owner_id: string
      launch_on: string
      announce_on: string | null
      note: string
      state: State
      called_off: string | null
      version: number
      created_by: string
      created_at: Date
    }
    /** `fits_on` is the launch day the campaign was last fitted to, `starts_on` its first day then. */
    launches_campaigns: {
      launch_id: string
      campaign_id: string
      fits_on: string
      starts_on: string
      linked_by: string
      linked_at: Date
    }
    /** `version` is what the launch became by the move. */
    launches_moves: {
      id: string
      launch_id: string
      version: number
      from_on: string
      to_on: string
      announce_from: string | null
      announce_to: string | null
      reason: string
      moved_by: string
      moved_at: Date
      undone_by: string | null
      undone_at: Date | null
    }
  }
}

export type LaunchRow = Selectable<Tables['launches_records']>
export type LinkRow = Selectable<Tables['launches_campaigns']>
export type MoveRow = Selectable<Tables['launches_moves']>
