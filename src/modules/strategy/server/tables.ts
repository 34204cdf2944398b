import type { Generated, JSONColumnType, Selectable } from 'kysely'
import type { Tables } from '../../../kernel/db/tables.ts'
import type { PathPoint } from '../../../methods/kpi-path.ts'
import type { Body } from '../rules/body.ts'
import type { GoalState, Level } from '../things/goal.ts'
import type { Definition, Kpi, Lead, SignerRole } from '../things/kpi.ts'
import type { Principle, Suggestion } from '../things/vision.ts'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    strategy_kpis: {
      id: string
      name: string
      definition: JSONColumnType<Definition>
      from_on: string
      to_on: string
      /** In the unit of the definition; money in whole units, rounded to the minor unit of its currency. */
      baseline: number
      target: number
      path_kind: Kpi['pathKind']
      path: JSONColumnType<PathPoint[]>
      band: number
      weight: number
      owner_id: string
      owner_name: string
      boss_id: string
      boss_name: string
      above_id: string
      above_name: string
      decision: string
      why: string
      lead: JSONColumnType<Lead | null>
      supersedes_id: string | null
      proposed_by_id: string | null
      proposed_by: string
      proposed_at: Date
      state: Kpi['state']
      withdrawn_by: string | null
      withdrawn_at: Date | null
      reason: string | null
    }
    strategy_signatures: {
      id: string
      kpi_id: string
      role: SignerRole
      person_id: string
      name: string
      note: string
      signed_at: Date
    }
    strategy_values: {
      id: string
      kpi_id: string
      month_on: string
      value: number
      note: string
      kept_by: string
      kept_at: Date
    }
    strategy_goals: {
      id: string
      name: string
      level: Level
      description: string
      from_on: string
      to_on: string
      owner_id: string | null
      owner_name: string | null
      weight: number
      state: GoalState
      /** What somebody says it has come to; counts only where nothing else moves it. */
      typed_share: number | null
      typed_note: string | null
      typed_by: string | null
      typed_at: Date | null
      version: number
      changed_by: string
      changed_at: Date
    }
    strategy_visions: { id: string; is_only: Generated<boolean>; version: number }
    strategy_vision_versions: {
      id: string
      vision_id: string
      version: number
      title: string
      summary: string
      body: JSONColumnType<Body>
      principles: JSONColumnType<Principle[]>
      reason: string
      saved_by_id: string | null
      saved_by: string
      saved_at: Date
    }
    strategy_remarks: {
      id: string
      vision_id: string
      version: number
      quote: string
      text: string
      replacement: string
      state: Suggestion['state']
      by_id: string | null
      by_name: string
      made_at: Date
      answer: string | null
      answered_by: string | null
      answered_at: Date | null
    }
    strategy_buyins: {
      id: string
      vision_id: string
      version: number
      person_id: string
      name: string
      title: string
      note: string
      given_at: Date
    }
    strategy_steps: {
      id: string
      vision_id: string
      what: string
      owner_id: string | null
      owner_name: string | null
      due_on: string | null
      done_on: string | null
      removed_at: Date | null
      added_at: Date
    }
  }
}

export type KpiRow = Selectable<Tables['strategy_kpis']>
export type SignatureRow = Selectable<Tables['strategy_signatures']>
export type GoalRow = Selectable<Tables['strategy_goals']>
export type VersionRow = Selectable<Tables['strategy_vision_versions']>
export type RemarkRow = Selectable<Tables['strategy_remarks']>
export type StepRow = Selectable<Tables['strategy_steps']>
