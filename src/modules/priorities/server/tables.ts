import type { JSONColumnType, Selectable } from 'kysely'
import type { Tables } from '../../../kernel/db/tables.ts'
import type { Definition, Weighing } from '../things.ts'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    /** `scope` is a board, or `all`. */
    priorities_models: {
      id: string
      scope: string
      version: number
      definition: JSONColumnType<Definition>
      reason: string
      changed_by: string
      changed_at: Date
    }
    priorities_inputs: {
      id: string
      item_id: string
      name: string
      value: number
      said_by: string
      said_at: Date
    }
    priorities_overrides: {
      id: string
      item_id: string
      board_id: string
      place: number
      ranked: number | null
      reason: string
      said_by: string
      said_at: Date
      ended_by: string | null
      ended_at: Date | null
    }
    priorities_weighings: {
      id: string
      board_id: string
      version: number
      /** `basis` is what it was worked out from, as one text. */
      result: JSONColumnType<Omit<Weighing, 'isOld' | 'by' | 'at' | 'version'> & { basis: string }>
      weighed_by: string
      weighed_at: Date
    }
  }
}

export type OverrideRow = Selectable<Tables['priorities_overrides']>
