import type { JSONColumnType, Selectable } from 'kysely'
import type { Tables } from '../../../kernel/db/tables.ts'
import type { Question } from '../contract.ts'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    questionnaire_sets: {
      id: string
      version: number
      questions: JSONColumnType<Question[]>
      reason: string
      changed_at: Date
      changed_by: string
    }
    questionnaire_rounds: {
      id: string
      client: string
      page_id: string | null
      quarter_on: string
      set_version: number
      person_id: string
      person_name: string
      due_on: string
      asked_by_id: string | null
      asked_by: string
      asked_at: Date
      submitted_at: Date | null
      reminded_on: string | null
      version: number
    }
    questionnaire_answers: {
      id: string
      round_id: string
      question: string
      version: number
      by_name: string
      at: Date
    }
    /** Written once and never changed, so that no answer enters the audit trail. */
    questionnaire_texts: {
      id: string
      answer_id: string
      version: number
      text: string
      by_name: string
      at: Date
    }
    questionnaire_goals: {
      id: string
      round_id: string
      question: string
      goal_id: string
      made_by: string
      made_at: Date
    }
  }
}

export type RoundRow = Selectable<Tables['questionnaire_rounds']>
