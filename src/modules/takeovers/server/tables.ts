import type { Selectable } from 'kysely'
import type { Tables } from '../../../kernel/db/tables.ts'
import type { Source } from '../rules.ts'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    /** `draft` is the file as it was read, `understanding` what was said of it. */
    takeovers_files: {
      id: string
      file_name: string
      file_hash: string
      source: Source
      name: string
      draft: unknown
      understanding: unknown
      state: 'ready' | 'landed' | 'undone'
      board_id: string | null
      made_board: boolean
      receipt: unknown
      version: number
      made_by_id: string | null
      made_by: string
      made_at: Date
      landed_at: Date | null
      undone_at: Date | null
    }
    takeovers_items: {
      import_id: string
      source: Source
      key: string
      item_id: string
      path: string | null
      people: string[]
      happened: unknown
    }
  }
}

export type TakeoverRow = Selectable<Tables['takeovers_files']>
