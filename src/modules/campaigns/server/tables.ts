import type { JSONColumnType, Selectable } from 'kysely'
import type { Tables } from '../../../kernel/db/tables.ts'
import type { Change as Asked, Brief, Decision, Level, Listed, Term } from '../contract.ts'
import type { firstChecklist } from '../rules.ts'

type Planned = { planned_minor: number | null; planned_currency: string | null }

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    campaigns_records: Planned & {
      id: string
      level: Level
      name: string
      owner_id: string
      brief: JSONColumnType<Brief>
      state: Listed['state']
      round: number
      submitted_by_id: string | null
      approved_version: number
      version: number
      created_by: string
      created_at: Date
    }
    campaigns_sources: { name: string; campaign_id: string }
    campaigns_guests: { campaign_id: string; person_id: string }
    campaigns_stages: {
      id: string
      campaign_id: string
      round: number
      position: number
      stage: Decision['stage']
      role_id: string | null
      person_id: string | null
      due_on: string
      state: Decision['state']
      decided_by_id: string | null
      decided_by: string | null
      decided_at: Date | null
      note: string | null
      checklist_version: number | null
      ticked: string[] | null
    }
    campaigns_versions: Planned & {
      id: string
      campaign_id: string
      version: number
      brief: JSONColumnType<Brief>
      reason: string
      approved_by: string
      approved_at: Date
    }
    campaigns_changes: Planned & {
      id: string
      campaign_id: string
      base_version: number
      brief: JSONColumnType<Brief>
      reason: string
      state: Asked['state']
      asked_by_id: string
      asked_by: string
      asked_at: Date
      decided_by: string | null
      decided_at: Date | null
      note: string | null
    }
    campaigns_checklists: {
      id: string
      version: number
      checklist: JSONColumnType<typeof firstChecklist>
      reason: string
      changed_at: Date
      changed_by: string
    }
    campaigns_terms: { id: string; kind: Term['kind']; value: string; added_by: string; added_at: Date }
    campaigns_links: {
      id: string
      campaign_id: string | null
      page: string
      source: string
      medium: string
      campaign: string
      content: string | null
      term: string | null
      address: string
      built_by: string
      built_at: Date
    }
  }
}

export type CampaignRow = Selectable<Tables['campaigns_records']>
export type StageRow = Selectable<Tables['campaigns_stages']>
export type ChangeRow = Selectable<Tables['campaigns_changes']>
export type VersionRow = Selectable<Tables['campaigns_versions']>
export type LinkRow = Selectable<Tables['campaigns_links']>
