import { type Cell, neutral } from '../../../engine/csv.ts'
import { tableFile } from '../../../engine/table-file.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { missing } from '../../../kernel/errors.ts'
import { minorDigits } from '../../../methods/money.ts'
import type { budget } from '../contract.ts'
import { linesOf } from './shown-rows.ts'
import type { LineRow, YearRow } from './tables.ts'
import { chosenYear } from './years.ts'

/** Columns of text, by their heading. */
export const textColumns = {
  area: (row) => row.area,
  programme: (row) => row.programme,
  campaign: (row) => row.campaign,
  line: (row) => row.name,
  kind: (row) => row.kind,
  channel: (row) => row.channel,
  owner: (row) => row.owner_name,
  currency: (row) => row.currency,
  for: (row) => row.purpose ?? '',
  placeholder: (row) => (row.is_placeholder ? 'yes' : 'no'),
  note: (row) => row.note,
} satisfies Record<string, (row: LineRow) => string>

export type TextColumn = keyof typeof textColumns

/** `plan 2026-02`: the heading of a month. */
export const monthHeadings = (year: YearRow, of: 'plan' | 'forecast'): string[] =>
  year.months.map((month) => `${of} ${month.slice(0, 7)}`)

export const headingOf = (year: YearRow): string[] => [
  'id',
  ...Object.keys(textColumns),
  ...monthHeadings(year, 'plan'),
  ...monthHeadings(year, 'forecast'),
  // By it a table that is handed in again tells what has changed since it was downloaded.
  'version',
]

/** What a text becomes in a file, where a spreadsheet must not take it for a formula. */
export const inFile = (text: string): string => neutral(text)

export async function exportLines(ctx: Ctx, { year: id, format }: In<typeof budget.exportLines>) {
  const year = await chosenYear(ctx, id)
  if (!year) throw missing('A budget')
  const { rows } = await linesOf(ctx, year)
  const body = rows.map((row): Cell[] => {
    const unit = 10 ** minorDigits(row.currency)
    return [
      row.id,
      ...Object.values(textColumns).map((read) => read(row)),
      ...[...row.plan, ...row.forecast].map((minor) => Number(minor) / unit),
      row.version,
    ]
  })
  return tableFile(format, { name: `budget-${year.label}`, heading: headingOf(year), rows: body })
}
