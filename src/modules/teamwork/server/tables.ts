import type { JSONColumnType, Selectable } from 'kysely'
import type { Tables } from '../../../kernel/db/tables.ts'
import type { CommitmentState } from '../things/agreement.ts'
import type { HandState } from '../things/hand.ts'

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
    teamwork_wins: {
      id: string
      to_id: string | null
      to_name: string | null
      team_id: string | null
      team_name: string | null
      what: string
      hand_id: string | null
      by_id: string | null
      by_name: string
      said_on: string
    }
    teamwork_incentives: {
      id: string
      behaviour: string
      what: string
      owner_id: string | null
      owner_name: string | null
      since_on: string
      effect: string | null
      effect_on: string | null
      ended_on: string | null
      version: number
    }
    teamwork_hands: {
      id: string
      kind: 'ask' | 'offer'
      what: string
      skills: JSONColumnType<string[]>
      hours: number
      until_on: string
      by_id: string
      by_name: string
      made_at: Date
      state: HandState
      taken_by_id: string | null
      taken_by: string | null
      taken_at: Date | null
      done_on: string | null
      spent_hours: number | null
      thanks: string | null
      version: number
    }
    teamwork_nudges: { id: string; hand_id: string; person_id: string; nudged_at: Date }
  }
}

export type AgreementRow = Selectable<Tables['teamwork_agreements']>
export type CommitmentRow = Selectable<Tables['teamwork_commitments']>
export type WinRow = Selectable<Tables['teamwork_wins']>
export type IncentiveRow = Selectable<Tables['teamwork_incentives']>
export type HandRow = Selectable<Tables['teamwork_hands']>
