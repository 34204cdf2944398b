import type { Selectable } from 'kysely'
import type { Tables } from '../../../kernel/db/tables.ts'
import type { Verdict } from '../rules.ts'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    /** `number` is the version of the file that its round is about. */
    proofing_proofs: {
      id: string
      file_id: string
      kind: string
      record_id: string
      round: number
      number: number
      state: 'open' | 'decided' | 'withdrawn'
      verdict: Verdict | null
      opened_by_id: string
      opened_by: string
      opened_at: Date
    }
    proofing_rounds: { id: string; proof_id: string; round: number; number: number }
    /** One for each person of each stage of each round. */
    proofing_votes: {
      id: string
      proof_id: string
      round: number
      stage: number
      stage_name: string
      rule: 'all' | 'one'
      due_on: string
      place: number
      person_id: string
      verdict: Verdict | null
      reason: string
      decided_at: Date | null
    }
    proofing_pins: {
      id: string
      proof_id: string
      number: number
      round: number
      page: number
      x: number
      y: number
      settled_at: Date | null
      settled_by: string | null
    }
    proofing_words: { id: string; pin_id: string; words: string; by_id: string; by_name: string; at: Date }
  }
}

export type ProofRow = Selectable<Tables['proofing_proofs']>
export type VoteRow = Selectable<Tables['proofing_votes']>
export type PinRow = Selectable<Tables['proofing_pins']>
