import type { Generated, JSONColumnType, Selectable } from 'kysely'
import type { Tables } from '../../../kernel/db/tables.ts'
import type { Audience, Outlook, Price, Question, State, Terms, TypeInput } from '../things.ts'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    intake_types: {
      id: string
      name: string
      purpose: string
      audience: Audience
      team_id: string | null
      questions: JSONColumnType<Question[], string, string>
      usual_minutes: number | null
      board_id: string | null
      item_type_id: string | null
      triage_team_id: string | null
      promise_days: number
      version: number
      retired_at: Date | null
    }
    intake_type_versions: {
      id: string
      type_id: string
      version: number
      definition: JSONColumnType<TypeInput, string, string>
      reason: string
      changed_by: string
      changed_at: Date
    }
    /** `questions` as they stood when it was filed; `due_on` and `stage_kind` as its item last had them. */
    intake_requests: {
      id: string
      number: Generated<number>
      type_id: string
      questions: JSONColumnType<Question[], string, string>
      title: string
      purpose: string
      hurry: string
      impact: string
      answers: JSONColumnType<Record<string, string>, string, string>
      wished_on: string | null
      asker: string
      email: string
      department: string
      asker_id: string | null
      wants_mail: boolean
      channel: 'door' | 'member' | 'mail'
      state: State
      is_complete: boolean
      /** The date and the price that were told when it was filed. */
      outlook: JSONColumnType<Pick<Outlook, 'earliest' | 'price'>, string, string>
      received_at: Date
      answer_due_on: string
      /** The first answer of any kind. */
      answered_at: Date | null
      decided_at: Date | null
      decided_by_id: string | null
      decided_by: string | null
      reason: string | null
      explanation: string | null
      alternative: string | null
      alternative_taken_at: Date | null
      appealed_at: Date | null
      deferred_until: string | null
      merged_into: string | null
      item_id: string | null
      promised_on: string | null
      due_on: string | null
      stage_kind: string | null
      price: JSONColumnType<Price | null, string | null, string | null>
      untold_since: Date | null
      passes: number
      version: number
    }
    /** What was said and decided; `before` is what an undo goes back to. */
    intake_entries: {
      id: string
      place: Generated<number>
      request_id: string
      kind: string
      words: string
      /** The asker sees it. */
      is_shown: boolean
      by_asker: boolean
      by_id: string | null
      by_name: string
      at: Date
      before: JSONColumnType<Record<string, unknown> | null, string | null, string | null>
      version: number
    }
    intake_displacements: {
      id: string
      request_id: string
      item_id: string
      owner_id: string
      was_due_on: string | null
      due_on: string
      state: 'asked' | 'accepted' | 'refused' | 'dropped'
      terms: JSONColumnType<Terms, string, string>
      words: string
      asked_by_id: string | null
      asked_by: string
      asked_at: Date
      answered_at: Date | null
      reason: string | null
    }
  }
}

export type TypeRow = Selectable<Tables['intake_types']>
export type RequestRow = Selectable<Tables['intake_requests']>
export type EntryRow = Selectable<Tables['intake_entries']>
export type DisplacementRow = Selectable<Tables['intake_displacements']>
