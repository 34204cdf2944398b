import type { JSONColumnType, Selectable } from 'kysely'
import type { Tables } from '../../../kernel/db/tables.ts'
import type { Definition } from '../contract.ts'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    templates_records: {
      id: string
      name: string
      version: number
      retired_at: Date | null
      created_by: string
      created_at: Date
    }
    templates_versions: {
      id: string
      template_id: string
      version: number
      definition: JSONColumnType<Definition>
      reason: string
      changed_by: string
      changed_at: Date
    }
    /** A campaign with steps: the first day they were counted from, and the template where there was one. */
    templates_plans: {
      campaign_id: string
      launch_on: string
      template_id: string | null
      template_version: number | null
    }
    templates_steps: {
      id: string
      campaign_id: string
      name: string
      days: number
      after: string[]
      owner_id: string | null
      due_on: string
      position: number
      done_by: string | null
      done_at: Date | null
      version: number
    }
  }
}

export type StepRow = Selectable<Tables['templates_steps']>
export type TemplateRow = Selectable<Tables['templates_records']>
