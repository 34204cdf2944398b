import { holds } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid } from '../../../kernel/errors.ts'
import { namedCampaigns } from '../../campaigns/server/index.ts'
import { budget, type Share, type Split } from '../contract.ts'
import { isHeadcount, sharesOf, splitNotes, whyNotSplit } from '../rules.ts'
import { type Account, amounts, requireAccount } from './books.ts'
import { weightsOf } from './drivers.ts'
import type { SplitRow } from './planning-tables.ts'
import type { LineRow } from './tables.ts'

const rowOf = (ctx: Ctx, lineId: string): Promise<SplitRow | undefined> =>
  ctx.db.selectFrom('budget_splits').selectAll().where('line_id', '=', lineId).executeTakeFirst()

/** Campaigns by name, for those who may read them. */
const readable = async (ctx: Ctx) => (holds(ctx.actor, 'campaigns:read') ? namedCampaigns(ctx.db) : [])

/** What of a line is shared out. */
export const measuresOf = ({ line, standing }: Pick<Account, 'line' | 'standing'>) => ({
  plan: amounts(line.plan).reduce((sum, one) => sum + one, 0),
  allocation: standing.allocation,
  committed: standing.committed,
  actual: standing.actual,
})
type Measures = ReturnType<typeof measuresOf>
const names = ['plan', 'allocation', 'committed', 'actual'] as const

/** Each share of each measure, and at the end what nobody gets. */
export function sharedOut(row: Pick<SplitRow, 'mode' | 'shares'>, measures: Measures): Measures[] {
  const columns = names.map((name) => sharesOf(row, measures.allocation, measures[name]))
  return Array.from({ length: row.shares.length + 1 }, (_, at) => ({
    plan: columns[0]![at]!,
    allocation: columns[1]![at]!,
    committed: columns[2]![at]!,
    actual: columns[3]![at]!,
  }))
}

function toSplit(row: SplitRow, account: Account, titles: Map<string, string>): Split {
  const measures = measuresOf(account)
  const parts = sharedOut(row, measures)
  return {
    ...{ mode: row.mode, metric: row.metric, note: row.note, version: row.version },
    shares: row.shares.map((share, at) => ({
      ...share,
      campaign: titles.get(share.campaignId) ?? 'a campaign you may not read',
      ...parts[at]!,
    })),
    rest: parts.at(-1)!,
    notes: splitNotes(row, { currency: account.line.currency, allocation: measures.allocation }),
    ...{ setBy: row.set_by, setAt: row.set_at.toISOString() },
  }
}

export async function split(ctx: Ctx, { id }: In<typeof budget.split>) {
  const account = await requireAccount(ctx, id)
  const all = await readable(ctx)
  const row = await rowOf(ctx, id)
  const titles = new Map(all.map((one) => [one.id, one.name]))
  return {
    split: row ? toSplit(row, account, titles) : null,
    campaigns: all.filter((one) => one.state !== 'stopped').map(({ id: of, name }) => ({ id: of, name })),
  }
}

type Said = In<typeof budget.setSplit>

export async function setSplit(ctx: Ctx, said: Said) {
  const account = await requireAccount(ctx, said.id)
  const { line } = account
  const before = await requireCurrent(ctx, line, said.version)
  await requireCampaigns(ctx, said.shares)
  if (said.metric && said.mode !== 'driver') throw invalid('A metric drives a split by a driver alone.')
  const shares =
    said.mode === 'driver' && said.metric
      ? await weightsOf(ctx, said.metric, said.shares, account.year)
      : said.shares.map((one) => (said.mode === 'equal' ? { ...one, parts: 1 } : one))

  const { name, currency } = line
  const about = { name, currency, allocation: account.standing.allocation }
  const objection = whyNotSplit({ mode: said.mode, shares }, about)
  if (objection) throw invalid(objection)

  const kept = { mode: said.mode, metric: said.metric ?? null, shares: JSON.stringify(shares) }
  const mark = { note: said.note, version: said.version + 1, set_by: ctx.actor.name, set_at: ctx.now }
  if (before) await ctx.update('budget_splits', before.id, { ...kept, ...mark })
  else await ctx.insert('budget_splits', { id: ctx.id('bsp'), line_id: line.id, ...kept, ...mark })
  await told(ctx, line, budget.events.splitSet)

  return { split: (await split(ctx, { id: line.id })).split }
}

/** What is said of a headcount line is for those alone who may read it. */
const told = (ctx: Ctx, line: LineRow, event: typeof budget.events.splitSet) =>
  ctx.record(isHeadcount(line) ? budget.events.headcountChanged : event, line.id, { what: line.name })

async function requireCurrent(ctx: Ctx, line: LineRow, version: number): Promise<SplitRow | undefined> {
  const row = await rowOf(ctx, line.id)
  if ((row?.version ?? 0) === version) return row
  throw conflict(
    row
      ? `${row.set_by} shared out “${line.name}” since you opened this page. Load it again and repeat your change.`
      : `“${line.name}” is shared out no more since you opened this page. Load it again.`,
  )
}

async function requireCampaigns(ctx: Ctx, shares: readonly Share[]): Promise<void> {
  const known = new Map((await namedCampaigns(ctx.db)).map((one) => [one.id, one]))
  for (const { campaignId } of shares) {
    const found = known.get(campaignId)
    if (!found) throw invalid(`There is no campaign ${campaignId}. Choose one of the list.`)
    if (found.state === 'stopped') throw invalid(`“${found.name}” was stopped; it gets no share.`)
  }
}

export async function endSplit(ctx: Ctx, { id, version }: In<typeof budget.endSplit>) {
  const { line } = await requireAccount(ctx, id)
  const row = await requireCurrent(ctx, line, version)
  if (!row) throw conflict(`“${line.name}” is not shared out.`)

  await ctx.delete('budget_splits', row.id)
  await told(ctx, line, budget.events.splitEnded)

  return {}
}
