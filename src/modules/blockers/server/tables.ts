import type { Selectable } from 'kysely'
import type { Tables } from '../../../kernel/db/tables.ts'
import type { Blocker } from '../contract.ts'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    blockers_records: {
      id: string
      item_id: string
      reason: string
      cause: Blocker['cause']
      kind: Blocker['kind']
      party_kind: Blocker['partyKind']
      party_id: string | null
      party: string
      owner_id: string
      owner_name: string
      since_at: Date
      expected_on: string | null
      workaround: string
      escalated_to_id: string | null
      escalated_to: string | null
      escalated_at: Date | null
      escalation: string
      reminded_at: Date | null
      ended_at: Date | null
      ended_by: string | null
      ended_with: string | null
      made_by_id: string | null
      made_by: string
      made_at: Date
      version: number
    }
    blockers_answers: {
      id: string
      blocker_id: string
      text: string
      expected_on: string | null
      by_id: string | null
      by_name: string
      is_guest: boolean
      at: Date
    }
  }
}

export type BlockerRow = Selectable<Tables['blockers_records']>
