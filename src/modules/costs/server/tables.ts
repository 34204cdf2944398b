import type { ColumnType, Selectable } from 'kysely'
import type { Tables } from '../../../kernel/db/tables.ts'
import type { Cost, Rate } from '../contract.ts'
import type { Kind } from '../rules.ts'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    costs_lines: {
      id: string
      kind: string
      channel: string | null
      campaign: string | null
      minor: number
      currency: string
      repeats: string
      starts_on: string
      ends_on: string | null
      note: string
      version: number
      created_by: string
      created_at: Date
      changed_by: string
      changed_at: Date
      removed_at: Date | null
      /** Of a line that a booked invoice entered. */
      invoice_id: string | null
    }
    costs_rates: {
      id: string
      currency: string
      into_currency: string
      on_day: string
      rate: ColumnType<string, number, number>
      set_by: string
      set_at: Date
    }
    costs_assumptions: {
      id: string
      gross_margin: ColumnType<string, number, number>
      lifetime_months: number
      months_of_value: number
      changed_by: string
      changed_at: Date
    }
  }
}

export type LineRow = Selectable<Tables['costs_lines']>
export type RateRow = Selectable<Tables['costs_rates']>

export const toCost = (row: LineRow): Cost => ({
  id: row.id,
  kind: row.kind as Kind,
  channel: row.channel,
  campaign: row.campaign,
  minor: row.minor,
  currency: row.currency,
  repeats: row.repeats as Cost['repeats'],
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  note: row.note,
  version: row.version,
  createdBy: row.created_by,
  createdAt: row.created_at.toISOString(),
  changedBy: row.changed_by,
  changedAt: row.changed_at.toISOString(),
  isRemoved: row.removed_at !== null,
  invoiceId: row.invoice_id,
})

export const toRate = (row: RateRow): Rate => ({
  id: row.id,
  currency: row.currency,
  into: row.into_currency,
  onDay: row.on_day,
  rate: Number(row.rate),
  setBy: row.set_by,
  setAt: row.set_at.toISOString(),
})
