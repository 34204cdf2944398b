import type { JSONColumnType, Selectable } from 'kysely'
import type { Tables } from '../../../kernel/db/tables.ts'
import type { CommitmentState } from '../things/agreement.ts'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    teamwork_agreements: {
      id: string
      team_id: string
      team_name: string
      version: number
      rules: JSONColumnType<string[]>
      reason: string
      saved_by_id: string | null
      saved_by: string
      saved_at: Date
    }
    teamwork_yeses: {
      id: string
      team_id: string
      version: number
      person_id: string
      person_name: string
      said_at: Date
    }
    teamwork_commitments: {
      id: string
      team_id: string
      team_name: string
      what: string
      by_id: string
      by_name: string
      due_on: string
      state: CommitmentState
      why: string | null
      settled_on: string | null
      settled_by: string | null
      instead_of_id: string | null
      made_on: string
      made_by: string
      version: number
    }
  }
}

export type AgreementRow = Selectable<Tables['teamwork_agreements']>
export type CommitmentRow = Selectable<Tables['teamwork_commitments']>
