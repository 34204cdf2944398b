import type { JSONColumnType, Selectable } from 'kysely'
import type { Tables } from '../../../kernel/db/tables.ts'

type Mention = { id: string; name: string }

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    threads_comments: {
      id: string
      kind: string
      record_id: string
      reply_to: string | null
      by_id: string | null
      by_name: string
      made_at: Date
      version: number
      resolved_at: Date | null
      resolved_by: string | null
      removed_at: Date | null
    }
    /** Written once and never changed, so that no wording enters the audit trail. */
    threads_texts: {
      id: string
      comment_id: string
      version: number
      text: string
      mentions: JSONColumnType<Mention[]>
      written_at: Date
    }
    threads_watchers: {
      id: string
      kind: string
      record_id: string
      person_id: string
      is_watching: boolean
      seen_at: Date
    }
  }
}

export type CommentRow = Selectable<Tables['threads_comments']>
export type TextRow = Selectable<Tables['threads_texts']>
