import type { ColumnType, Selectable } from 'kysely'
import type { Tables } from '../../../kernel/db/tables.ts'
import type { Duty, Hub, Leave } from '../contract.ts'
import type { LeaveState } from '../rules.ts'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    availability_people: {
      person_id: string
      country: string | null
      region: string | null
      starts_on: string | null
      ends_on: string | null
      version: number
      changed_by: string
      changed_at: Date
    }
    availability_weeks: {
      id: string
      /** Null: the organisation’s. */
      person_id: string | null
      from_on: string
      /** Whole numbers in an array of PostgreSQL are written as text. */
      minutes: ColumnType<number[], string[], string[]>
      focus_percent: number
      reason: string
      version: number
      changed_by: string
      changed_at: Date
      removed_at: Date | null
    }
    availability_duties: {
      id: string
      person_id: string
      kind: Duty['kind']
      minutes: number
      from_on: string
      to_on: string | null
      reason: string
      version: number
      changed_by: string
      changed_at: Date
      removed_at: Date | null
    }
    availability_leave: {
      id: string
      person_id: string
      kind: NonNullable<Leave['kind']>
      from_on: string
      to_on: string
      starts_half: boolean
      ends_half: boolean
      note: string
      stand_in_id: string | null
      state: LeaveState
      asked_by_id: string | null
      asked_by: string
      asked_at: Date
      decided_by_id: string | null
      decided_by: string | null
      decided_at: Date | null
      decision: string | null
      version: number
    }
    availability_skills: { id: string; name: string; changed_at: Date; removed_at: Date | null }
    availability_levels: {
      id: string
      person_id: string
      skill_id: string
      stated: number
      confirmed: number | null
      confirmed_by: string | null
      confirmed_at: Date | null
      version: number
    }
    availability_hubs: {
      id: string
      name: string
      purpose: string
      region: string
      scale: Hub['scale']
      lead_id: string | null
      version: number
      changed_by: string
      changed_at: Date
      removed_at: Date | null
    }
    availability_hub_people: { hub_id: string; person_id: string }
    availability_hub_teams: { hub_id: string; team_id: string }
    availability_holidays: {
      id: string
      country: string
      region: string
      day: string
      name: string
      is_off: boolean
      changed_by: string
      changed_at: Date
    }
    availability_free_days: { day: string; name: string }
  }
}

export type WeekRow = Selectable<Tables['availability_weeks']>
export type DutyRow = Selectable<Tables['availability_duties']>
export type LeaveRow = Selectable<Tables['availability_leave']>
export type PlaceRow = Selectable<Tables['availability_people']>
export type HubRow = Selectable<Tables['availability_hubs']>
export type LevelRow = Selectable<Tables['availability_levels']>
