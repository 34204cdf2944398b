import type { Generated, Selectable } from 'kysely'
import type { Tables } from '../../../kernel/db/tables.ts'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    /** Bytes that lie in the data folder under their hash; what no row names is swept. */
    files_contents: { sha256: string; size: number; type: string; kept_at: Date }
    files_records: {
      id: string
      kind: string
      record_id: string
      version: number
      is_for_guests: boolean
      /** The version at which guests were shown it: earlier ones they do not read. */
      guests_from: Generated<number>
      /** The version at which it was hidden from them again. */
      guests_to: Generated<number | null>
      added_by_id: string | null
      removed_at: Date | null
      removed_by: string | null
    }
    /** Written once and never changed, so that no name of a file enters the audit trail. */
    files_versions: {
      id: string
      file_id: string
      number: number
      did: 'added' | 'replaced' | 'renamed' | 'brought-back'
      name: string
      sha256: string
      by_id: string | null
      by_name: string
      at: Date
    }
    files_drafts: { id: string; key_hash: string; opened_at: Date; expires_at: Date }
    files_draft_files: { id: string; draft_id: string; name: string; sha256: string; at: Date }
  }
}

export type FileRow = Selectable<Tables['files_records']>
export type VersionRow = Selectable<Tables['files_versions']>
export type DraftRow = Selectable<Tables['files_drafts']>
