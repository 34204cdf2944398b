import type { AnswerRow } from '../../../engine/query/run.ts'
import { tableFile } from '../../../engine/table-file.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { type Day, dayIn } from '../../../methods/fiscal.ts'
import { freshen, organisation } from '../../imports/server/index.ts'
import type { Asked, Money, ReturnRow, returns } from '../contract.ts'
import { basisWords, metricsOf, reconciled, sharedWords, unsaidNote } from '../rules.ts'
import { ask } from './ask.ts'
import { foreseen } from './foreseen.ts'
import { isShared, withSharedCosts } from './shared.ts'

const most = 1000

export async function table(ctx: Ctx, asked: In<typeof returns.table>) {
  const { rows, notes, ...whole } = await wholeTable(ctx, asked)
  const isCut = rows.length > most
  const cut = `Only the ${most.toLocaleString('en')} rows that cost most are shown, of ${rows.length.toLocaleString('en')}; the total counts all of them, and so does the file.`
  return { ...whole, rows: rows.slice(0, most), notes: isCut ? [...notes, cut] : notes }
}

/** Every row there is: the total of what is expected is their sum, and the file holds them all. */
async function wholeTable(ctx: Ctx, asked: Asked) {
  await freshen(ctx)
  const { currency, zone } = await organisation(ctx.db)
  const [one, many, groups] = await Promise.all([
    counted(ctx, asked, [], currency),
    isShared(ctx, asked) ? sharing(ctx, asked, currency) : counted(ctx, asked, [asked.by], currency),
    counted(ctx, asked, ['channel_group'], currency),
  ])
  const plain = { rows: many.rows, total: one.rows[0] as ReturnRow, groups: groups.rows }
  const seen = asked.basis === 'spend' ? await foreseen(ctx, asked, plain) : { ...plain, notes: [] }
  const { rows, total } = seen
  return {
    rows: [...rows].sort(byReturn),
    total,
    groups: seen.groups,
    metrics: metricsOf(asked),
    basis: basisWords[asked.basis],
    reconciliation: reconciled(rows, total),
    notes: [
      ...new Set([
        ...[unsaidNote(asked.by, rows) ?? []].flat(),
        ...one.notes,
        ...many.notes,
        ...seen.notes,
        ...aheadNote(dayIn(zone, ctx.now), asked),
      ]),
    ],
  }
}

/** Costs say nothing of the dimension, so they are shared by leads. */
async function sharing(ctx: Ctx, asked: Asked, currency: string) {
  const ids = metricsOf(asked)
  const came = [ids.leads, ids.opportunities, ids.sales, ids.wonValue]
  const { rows, notes } = await counted(ctx, asked, [asked.by], currency, came)
  return { rows: await withSharedCosts(ctx, asked, rows, currency), notes: [...notes, sharedWords(asked.by)] }
}

async function counted(ctx: Ctx, asked: Asked, by: string[], currency: string, only?: string[]) {
  const ids = metricsOf(asked)
  const metrics = only ?? (asked.basis === 'spend' ? seenOf(ids) : Object.values(ids))
  const answer = await ask(ctx, asked, metrics, by, currency)
  const rows = answer.rows.map((row) => toRow(row, ids, by[0]))
  return { rows, notes: answer.notes }
}

/** Prices of what is expected follow later; the return is asked for its reason to be n/a. */
const seenOf = (ids: ReturnType<typeof metricsOf>): string[] => [
  ids.cost,
  ids.leads,
  ids.opportunities,
  ids.sales,
  ids.wonValue,
  ids.roi,
]

function toRow(row: AnswerRow, ids: ReturnType<typeof metricsOf>, by: string | undefined): ReturnRow {
  const money = (id: string) => row[id] as Money | null | undefined
  const count = (id: string) => (row[id] as number | null) ?? 0
  return {
    value: by ? ((row[by] as string | null) ?? null) : null,
    cost: known(money(ids.cost)),
    leads: count(ids.leads),
    opportunities: count(ids.opportunities),
    sales: count(ids.sales),
    wonValue: money(ids.wonValue) ?? null,
    costPerOpportunity: money(ids.costPerOpportunity) ?? null,
    costPerSale: money(ids.costPerSale) ?? null,
    roi: (row[ids.roi] as number | null | undefined) ?? null,
    shares: [],
    soFar: null,
  }
}

/** Where no cost is known, none is 0. */
const known = (cost: Money | null | undefined): Money | null => (cost?.amount ? cost : null)

const byReturn = (a: ReturnRow, b: ReturnRow): number =>
  (b.cost?.amount ?? 0) - (a.cost?.amount ?? 0) || (b.wonValue?.amount ?? 0) - (a.wonValue?.amount ?? 0)

const aheadNote = (today: Day, { to }: Asked): string[] =>
  to && to > today ? ['The period is not over: costs written for its remaining days are in.'] : []

const heading =
  'cost,currency,leads,opportunities,sales,won_value,won_currency,cost_per_opportunity,cost_per_sale,roi,maturity'.split(
    ',',
  )

export async function exportTable(ctx: Ctx, { format, ...asked }: In<typeof returns.exportTable>) {
  const { rows, total } = await wholeTable(ctx, asked)
  const cells = (name: string | null, row: ReturnRow) => [
    name,
    row.cost?.amount,
    row.cost?.currency,
    row.leads,
    row.opportunities,
    row.sales,
    row.wonValue?.amount,
    row.wonValue?.currency,
    row.costPerOpportunity?.amount,
    row.costPerSale?.amount,
    row.roi,
    row.soFar?.maturity,
  ]
  const lines = [...rows.map((row) => cells(row.value, row)), cells('Total', total)]
  return tableFile(format, { name: `return-by-${asked.by}`, heading: [asked.by, ...heading], rows: lines })
}
