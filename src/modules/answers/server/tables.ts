import type { JSONColumnType, Selectable } from 'kysely'
import type { Tables } from '../../../kernel/db/tables.ts'
import type { Assumption, Audience, Channel, Phase } from '../things.ts'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    answers_questions: {
      id: string
      text: string
      /** The question it counts for: itself, until somebody said it is the same as another. */
      root_id: string
      merged_into: string | null
      merged_by: string | null
      merged_at: Date | null
      /** 0 while nobody has answered. */
      version: number
      published_version: number | null
      published_at: Date | null
      /** Of the newest version; what is published goes by its own. */
      audience: Audience
      owner_id: string | null
      owner_name: string | null
      review_on: string | null
      made_at: Date
    }
    answers_occasions: {
      id: string
      question_id: string
      words: string
      channel: Channel
      asked_by_id: string | null
      asked_by: string
      asked_on: string
      noted_by_id: string | null
      noted_by: string
      noted_at: Date
      cause: string
      about_kind: string | null
      about_id: string | null
      is_helped: boolean
      taken_back_at: Date | null
    }
    answers_versions: {
      id: string
      question_id: string
      version: number
      question: string
      body: string
      audience: Audience
      reason: string
      saved_by_id: string | null
      saved_by: string
      saved_at: Date
    }
    answers_verdicts: {
      id: string
      question_id: string
      version: number
      is_helped: boolean
      person_id: string | null
      given_on: string
      given_at: Date
    }
    answers_reads: {
      id: string
      question_id: string
      version: number
      person_id: string
      name: string
      read_at: Date
    }
    answers_assumptions: {
      id: string
      version: number
      assumption: JSONColumnType<Assumption>
      reason: string
      changed_at: Date
      changed_by: string
    }
    answers_guides: {
      id: string
      title: string
      summary: string
      body: string
      phase: Phase
      owner_id: string | null
      owner_name: string | null
      review_on: string | null
      version: number
      changed_by: string
      changed_at: Date
      retired_at: Date | null
    }
    answers_guide_versions: {
      id: string
      guide_id: string
      version: number
      title: string
      summary: string
      body: string
      reason: string
      saved_by: string
      saved_at: Date
    }
    /** `record_id` is empty where it serves every record of the kind. */
    answers_guide_ties: { id: string; guide_id: string; kind: string; record_id: string }
  }
}

export type QuestionRow = Selectable<Tables['answers_questions']>
export type OccasionRow = Selectable<Tables['answers_occasions']>
export type VersionRow = Selectable<Tables['answers_versions']>
export type GuideRow = Selectable<Tables['answers_guides']>
