import type { JSONColumnType, Selectable } from 'kysely'
import type { Tables } from '../../../kernel/db/tables.ts'
import type { Every, SeriesKind, Stage } from '../things/check-in.ts'
import type { PromptSets } from '../things/delegation.ts'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    teamwork_delegations: {
      id: string
      person_id: string
      person_name: string
      leader_id: string
      leader_name: string
      work: string
      level: number
      words: string
      proposed_by_id: string
      proposed_on: string
      agreed_on: string | null
      looked_on: string | null
      ended_on: string | null
      version: number
    }
    teamwork_work_types: { id: string; name: string }
    teamwork_prompts: {
      id: string
      version: number
      sets: JSONColumnType<PromptSets>
      reason: string
      changed_at: Date
      changed_by: string
    }
    teamwork_series: {
      id: string
      name: string
      kind: SeriesKind
      every: Every
      owner_id: string
      owner_name: string
      ended_on: string | null
      version: number
    }
    teamwork_series_people: {
      id: string
      series_id: string
      person_id: string
      person_name: string
      is_guest: boolean
    }
    teamwork_check_ins: {
      id: string
      series_id: string
      on_day: string
      state: 'planned' | 'held' | 'missed'
      closed_at: Date | null
      closed_by: string | null
    }
    teamwork_points: {
      id: string
      series_id: string
      check_in_id: string
      stage: Stage
      current_id: string
      source: string | null
      link: string | null
      need: string | null
      owner_id: string | null
      owner_name: string | null
      due_on: string | null
      carried: number
      made_by_id: string | null
      made_by: string
      made_at: Date
      removed_at: Date | null
      version: number
    }
    teamwork_point_texts: {
      id: string
      point_id: string
      what: string
      said: string
      written_at: Date
      written_by: string
    }
  }
}

export type DelegationRow = Selectable<Tables['teamwork_delegations']>
export type SeriesRow = Selectable<Tables['teamwork_series']>
export type CheckInRow = Selectable<Tables['teamwork_check_ins']>
