import type { JSONColumnType, Selectable } from 'kysely'
import type { Tables } from '../../../kernel/db/tables.ts'
import type { ImprovementState } from '../things/review.ts'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    teamwork_reviews: {
      id: string
      title: string
      happened_on: string
      happened: string
      timeline: JSONColumnType<{ on: string; what: string }[]>
      expected: string
      allowed: string
      is_own: boolean
      opened_by_id: string | null
      opened_by: string
      opened_at: Date
      due_on: string
      state: 'open' | 'closed'
      why_none: string | null
      closed_at: Date | null
      version: number
    }
    teamwork_improvements: {
      id: string
      review_id: string | null
      what: string
      why: string
      owner_id: string
      owner_name: string
      metric: string | null
      measure: string
      unit: string
      before_value: number | null
      before_on: string | null
      before_from: string | null
      why_none: string | null
      due_on: string
      after_value: number | null
      after_on: string | null
      after_from: string | null
      state: ImprovementState
      reason: string | null
      made_by: string
      made_at: Date
      version: number
    }
    teamwork_lessons: {
      id: string
      owner_id: string
      owner_name: string
      team_id: string | null
      team_name: string | null
      current_id: string
      made_at: Date
      version: number
      removed_at: Date | null
    }
    teamwork_lesson_texts: {
      id: string
      lesson_id: string
      what: string
      recall: string
      tags: JSONColumnType<string[]>
      written_at: Date
    }
    teamwork_feedback: {
      id: string
      from_id: string
      from_name: string
      to_id: string
      to_name: string
      happened_on: string
      given_on: string
      given_at: Date
    }
    teamwork_feedback_texts: {
      id: string
      feedback_id: string
      part: 'given' | 'answer'
      about: string | null
      situation: string | null
      behaviour: string | null
      effect: string | null
      next: string | null
      answer: string | null
      written_at: Date
    }
  }
}

export type ReviewRow = Selectable<Tables['teamwork_reviews']>
export type ImprovementRow = Selectable<Tables['teamwork_improvements']>
export type LessonRow = Selectable<Tables['teamwork_lessons']>
export type FeedbackRow = Selectable<Tables['teamwork_feedback']>
