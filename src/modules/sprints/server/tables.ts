import type { Selectable } from 'kysely'
import type { Tables } from '../../../kernel/db/tables.ts'
import type { Measure, Note, Sprint, Taken } from '../contract.ts'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    sprints_records: {
      id: string
      team_id: string
      team_name: string
      name: string
      goal: string
      goal_id: string | null
      starts_on: string
      ends_on: string
      measure: Measure
      focus: number
      state: Sprint['state']
      capacity: number | null
      started_at: Date | null
      started_by: string | null
      closed_at: Date | null
      closed_by: string | null
      passes: number
      made_by: string
      made_at: Date
      version: number
    }
    /** `amount` of the measure as the item stands; `committed` what it was at the start. */
    sprints_items: {
      id: string
      sprint_id: string
      item_id: string
      amount: number
      committed: number | null
      committed_to: string
      done_on: string | null
      outcome: Taken['outcome']
      added_by: string
      added_at: Date
    }
    /** `items` by how many the scope grew: 1, 0 or −1. */
    sprints_changes: {
      id: string
      sprint_id: string
      item_id: string
      kind: 'added' | 'removed' | 'estimated'
      delta: number
      items: number
      reason: string
      by_name: string
      on_day: string
      at: Date
    }
    sprints_notes: {
      id: string
      sprint_id: string
      part: Note['part']
      text: string
      by_id: string | null
      by_name: string
      is_outside: boolean
      improvement_id: string | null
      at: Date
    }
  }
}

export type SprintRow = Selectable<Tables['sprints_records']>
export type TakenRow = Selectable<Tables['sprints_items']>
export type ChangeRow = Selectable<Tables['sprints_changes']>
export type NoteRow = Selectable<Tables['sprints_notes']>
