import type { Generated, Selectable } from 'kysely'
import type { Tables } from '../../../kernel/db/tables.ts'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    work_boards: {
      id: string
      name: string
      purpose: string
      team_id: string | null
      owner_id: string
      is_confidential: boolean
      scale: 'department' | 'enterprise'
      archived_at: Date | null
      version: number
      made_by: string
      made_at: Date
    }
    /** `most` is the limit of items at once; `place` counts from 0. */
    work_stages: {
      id: string
      board_id: string
      place: number
      name: string
      kind: 'waiting' | 'active' | 'done'
      phase: 'planning' | 'execution' | 'reflection' | null
      most: number | null
      is_required: boolean
      most_days: number | null
      demands: string[]
      entry: string[]
      exit: string[]
      approver_role_id: string | null
      retired_at: Date | null
    }
    work_favourites: { person_id: string; board_id: string }
    work_types: {
      id: string
      name: string
      summary: string
      board_id: string | null
      estimate_minutes: number | null
      checklist: string[]
      retired_at: Date | null
      version: number
    }
    /** `priority` 0 is urgent, 3 is low; `entered_at` of the stage it stands in. */
    work_items: {
      id: string
      number: Generated<number>
      title: string
      words: string
      board_id: string
      stage_id: string
      rank: string
      type_id: string
      parent_id: string | null
      labels: string[]
      /** Names of its checklists besides its own, in their order. */
      lists: Generated<string[]>
      starts_on: string | null
      due_on: string | null
      estimate_minutes: number | null
      points: string | null
      relevance: 'now' | 'ahead' | 'background'
      priority: number
      arrival: 'planned' | 'reactive'
      not_vision: string | null
      field_values: unknown
      approved_at: Date | null
      approved_by: string | null
      entered_at: Date
      started_at: Date | null
      done_at: Date | null
      made_by_id: string | null
      made_by: string
      made_at: Date
      changed_at: Date
      removed_at: Date | null
    }
    work_assignees: { item_id: string; person_id: string; place: number }
    work_checks: {
      id: string
      item_id: string
      place: number
      list: Generated<string>
      text: string
      done_at: Date | null
      done_by: string | null
    }
    work_links: { item_id: string; other_id: string; kind: 'waits-for' | 'relates' | 'doubles' }
    /** Where an item stood, from when to when. */
    work_stays: {
      id: string
      item_id: string
      stage_id: string
      entered_at: Date
      left_at: Date | null
      moved_by: string
      skipped: string[]
      reason: string
    }
    /** What a change found before it, to be undone. */
    work_changes: {
      id: string
      person_id: string | null
      made_at: Date
      before: unknown
      undone_at: Date | null
    }
  }
}

export type BoardRow = Selectable<Tables['work_boards']>
export type StageRow = Selectable<Tables['work_stages']>
export type ItemRow = Selectable<Tables['work_items']>
export type TypeRow = Selectable<Tables['work_types']>
