import type { JSONColumnType, Selectable } from 'kysely'
import type { Tables } from '../../../kernel/db/tables.ts'
import type { Agreement, CostBasis, Role } from '../contract.ts'
import type { Figures } from '../rules.ts'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    signing_agreements: {
      id: string
      from_on: string
      to_on: string
      model: Agreement['model']
      settings_version: number
      costs: CostBasis
      /** Of a period that was over when it was proposed. */
      figures: JSONColumnType<Figures | null>
      note: string
      state: Agreement['state']
      supersedes_id: string | null
      proposed_by_id: string | null
      proposed_by: string
      proposed_at: Date
      withdrawn_by: string | null
      withdrawn_at: Date | null
      reason: string | null
    }
    signing_signatures: {
      id: string
      agreement_id: string
      role: Role
      person_id: string
      name: string
      note: string
      signed_at: Date
    }
  }
}

export type AgreementRow = Selectable<Tables['signing_agreements']>
export type SignatureRow = Selectable<Tables['signing_signatures']>
