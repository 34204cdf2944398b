import type { JSONColumnType, Selectable } from 'kysely'
import type { Tables } from '../../../kernel/db/tables.ts'
import type { Definition, Making, Terms } from '../things.ts'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    /** `uses` counts what was made from it: whose turn is next follows it. */
    routines_templates: {
      id: string
      name: string
      board_id: string
      definition: JSONColumnType<Definition>
      version: number
      uses: number
      retired_at: Date | null
      changed_by: string
      changed_at: Date
    }
    routines_template_versions: {
      id: string
      template_id: string
      version: number
      name: string
      definition: JSONColumnType<Definition>
      reason: string
      changed_by: string
      changed_at: Date
    }
    /** Nothing that is due before `since_on` is made. */
    routines_routines: {
      id: string
      name: string
      template_id: string
      rule: string
      zone: string
      starts_on: string
      time: string
      ends_on: string | null
      lead: number
      shift: Terms['shift']
      missed: Terms['missed']
      since_on: string
      paused_until: string | null
      stopped_at: Date | null
      version: number
      owner_id: string | null
      owner_name: string
      changed_by: string
      changed_at: Date
    }
    /** Skipped where `moved_to` is null. */
    routines_exceptions: {
      id: string
      routine_id: string
      occurs: string
      moved_to: string | null
      reason: string
      said_by: string
      said_at: Date
    }
    /** One for each occurrence that is dealt with: unique, so that none is made twice. */
    routines_makings: {
      id: string
      routine_id: string
      occurs: string
      due_on: string
      outcome: Making['outcome']
      item_ids: JSONColumnType<string[]>
      says: string
      made_by: string
      made_at: Date
    }
  }
}

export type TemplateRow = Selectable<Tables['routines_templates']>
export type RoutineRow = Selectable<Tables['routines_routines']>
export type MakingRow = Selectable<Tables['routines_makings']>
