import { sql } from 'kysely'
import { holds } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { exchange } from '../../../methods/money.ts'
import { requireCampaign } from '../../campaigns/server/index.ts'
import { rateOn } from '../../costs/server/index.ts'
import { organisation } from '../../imports/server/index.ts'
import { parentsOf } from '../../trace/server/index.ts'
import type { budget, Part } from '../contract.ts'
import { inWords } from '../rules.ts'
import { apart, booksOf, standing } from './books.ts'
import type { SplitRow } from './planning-tables.ts'
import { linesOf } from './shown-rows.ts'
import { measuresOf, sharedOut } from './splits.ts'
import type { LineRow, YearRow } from './tables.ts'
import { chosenYear } from './years.ts'

const none = { plan: 0, allocation: 0, committed: 0, actual: 0 }
const names = ['plan', 'allocation', 'committed', 'actual'] as const

/** What a campaign gets of the budget of a year: shares of lines, and lines that lead up to it and are not shared out. */
export async function campaignBudget(ctx: Ctx, { id, year: yearId }: In<typeof budget.campaignBudget>) {
  const campaign = await requireCampaign(ctx, id)
  const { currency } = await organisation(ctx.db)
  const year = await chosenYear(ctx, yearId)
  if (!year) return { year: null, parts: [], total: { ...none, currency }, notes: [] }
  const parts = await partsOf(ctx, year, id)
  const { total, lacking } = await totalOf(ctx, year, parts, currency)
  const planned =
    campaign.planned_minor === null || !holds(ctx.actor, 'costs:read')
      ? null
      : { minor: campaign.planned_minor, currency: campaign.planned_currency ?? currency }
  return {
    year: { id: year.id, label: year.label },
    parts,
    total: { ...total, currency },
    notes: [...lacking, ...(await comparison(ctx, year, planned, { minor: total.allocation, currency }))],
  }
}

async function partsOf(ctx: Ctx, year: YearRow, campaignId: string): Promise<Part[]> {
  const { rows } = await linesOf(ctx, year)
  const splits = await splitsOf(ctx, year)
  const parents = await parentsOf(
    ctx.db,
    'budget-line',
    rows.map((row) => row.id),
  )
  const mine = (row: LineRow) =>
    splits.get(row.id)?.shares.some((one) => one.campaignId === campaignId) ??
    (parents.get(row.id)?.kind === 'campaign' && parents.get(row.id)?.id === campaignId)
  const found: Part[] = []
  const booksFor = apart(await booksOf(ctx, { year: year.id }))
  for (const line of rows.filter(mine)) {
    const measures = measuresOf({ line, standing: standing(line, booksFor(line.id)) })
    const row = splits.get(line.id)
    const at = row?.shares.findIndex((one) => one.campaignId === campaignId) ?? -1
    const part = row ? sharedOut(row, measures)[at]! : measures
    found.push({ line: { id: line.id, name: line.name }, currency: line.currency, isWhole: !row, ...part })
  }
  return found
}

async function splitsOf(ctx: Ctx, year: YearRow): Promise<Map<string, SplitRow>> {
  const rows = await ctx.db
    .selectFrom('budget_splits')
    .selectAll()
    .where(sql<boolean>`line_id in (select id from budget_lines where year_id = ${year.id})`)
    .execute()
  return new Map(rows.map((row) => [row.line_id, row]))
}

async function totalOf(ctx: Ctx, year: YearRow, parts: Part[], currency: string) {
  const total = { ...none }
  const lacking = new Set<string>()
  for (const part of parts) {
    const rate = await rateOn(ctx.db, part.currency, year.months[0]!)
    if (rate === null) lacking.add(part.currency)
    else
      for (const name of names) total[name] += inOwn(part[name], { currency: part.currency, rate }, currency)
  }
  const words = [...lacking].map(
    (one) => `No rate for ${one} is known on ${year.months[0]}: lines in ${one} are left out of the sums.`,
  )
  return { total, lacking: words }
}

const inOwn = (minor: number, own: { currency: string; rate: string }, currency: string): number =>
  Math.sign(minor) * exchange(Math.abs(minor), own, { currency, rate: 1 })

type Amount = { minor: number; currency: string }

/** Says when what a campaign was planned to cost is not what its lines have for it. */
async function comparison(ctx: Ctx, year: YearRow, planned: Amount | null, lines: Amount): Promise<string[]> {
  if (!planned) return []
  const rate = await rateOn(ctx.db, planned.currency, year.months[0]!)
  if (rate === null)
    return [`The planned cost is in ${planned.currency}, for which no rate is known on ${year.months[0]}.`]
  const said = inOwn(planned.minor, { currency: planned.currency, rate }, lines.currency)
  const apart = lines.minor - said
  const words = `The brief plans ${inWords(said, lines.currency)}`
  if (apart === 0) return [`${words}, which is what its lines have in ${year.label}.`]
  const by = inWords(Math.abs(apart), lines.currency)
  return [
    `${words}; its lines have ${inWords(lines.minor, lines.currency)} in ${year.label}, ${by} ${apart > 0 ? 'more' : 'less'}.`,
  ]
}
