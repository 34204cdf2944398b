import type { JSONColumnType, Selectable } from 'kysely'
import type { Tables } from '../../../kernel/db/tables.ts'
import type { Field } from '../contract.ts'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    fields_definitions: {
      id: string
      kind: string
      label: string
      type: Field['type']
      help: string
      required_from: Field['requiredFrom']
      options: JSONColumnType<{ list: Field['options'] }>
      position: number
      retired_at: Date | null
      version: number
      created_by: string
      created_at: Date
    }
  }
}

export type FieldRow = Selectable<Tables['fields_definitions']>
