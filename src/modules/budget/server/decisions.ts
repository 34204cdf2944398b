import { tableFile } from '../../../engine/table-file.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { minorDigits } from '../../../methods/money.ts'
import type { budget, Decision, Evidence } from '../contract.ts'
import type { Authority } from '../rules.ts'
import type { DecisionRow } from './authority-tables.ts'
import { type Account, maySee } from './books.ts'
import { today } from './money.ts'

export type Deed = {
  verdict: DecisionRow['verdict']
  subject: string
  what: string
  minor: number
  currency: string
  own: { minor: number; currency: string; rate: string }
  /** What it takes of the line, in the line’s currency. */
  takes: number
  account: Account
  /** Under whose authority; none for what anybody may do with their own request. */
  authority?: Authority
  reason: string
}

const evidenceOf = ({ account, authority, own, takes }: Deed): Evidence => {
  const { allocation, load, available } = account.standing
  const limit = authority?.limit
  return {
    line: { currency: account.line.currency, allocation, load, available, takes },
    limit:
      limit && !authority.isInControl
        ? {
            ...{ perDecision: limit.perDecision, perMonth: limit.perMonth, until: limit.until },
            ...{ used: authority.usedThisMonth, kinds: [...limit.kinds], campaigns: [...limit.campaigns] },
          }
        : null,
    ...{ rate: own.rate, ownCurrency: own.currency },
  }
}

const named = (authority: Authority | undefined): string => {
  if (!authority) return ''
  const power = authority.isInControl ? 'in control of the budget' : authority.limit ? 'within a limit' : ''
  return authority.isOwn ? power : `in place of ${authority.name}${power ? `, ${power}` : ''}`
}

/** Put decisions into the log, with what each rested on. The log takes no change. */
export async function log(ctx: Ctx, ...deeds: Deed[]): Promise<void> {
  const day = await today(ctx)
  await ctx.insertAll(
    'budget_decisions',
    deeds.map((deed) => toRow(ctx, deed, day)),
  )
}

const toRow = (ctx: Ctx, deed: Deed, day: string) => ({
  id: ctx.id('bdc'),
  verdict: deed.verdict,
  subject: deed.subject,
  line_id: deed.account.line.id,
  what: deed.what,
  minor: deed.minor,
  currency: deed.currency,
  own_minor: deed.own.minor,
  own_currency: deed.own.currency,
  decided_by_id: ctx.actor.personId ?? '',
  decided_by: ctx.actor.name,
  authority_id: deed.authority?.personId ?? null,
  authority: named(deed.authority),
  reason: deed.reason,
  evidence: JSON.stringify(evidenceOf(deed)),
  decided_on: day,
  decided_at: ctx.now,
})

type LoggedRow = DecisionRow & { name: string; lineKind: string }

const toDecision = (row: LoggedRow): Decision => ({
  id: row.id,
  verdict: row.verdict,
  what: row.what,
  line: { id: row.line_id, name: row.name },
  minor: row.minor,
  currency: row.currency,
  ...{ ownMinor: row.own_minor, ownCurrency: row.own_currency },
  by: { id: row.decided_by_id, name: row.decided_by },
  authority: row.authority,
  reason: row.reason,
  // What was logged before the currency was said was in the organisation’s.
  evidence: { ...row.evidence, ownCurrency: row.own_currency },
  at: row.decided_at.toISOString(),
})

/** The log, without the decisions on lines that are not the asker’s to see. */
const logged = (ctx: Ctx, line?: string) =>
  ctx.db
    .selectFrom('budget_decisions as decision')
    .innerJoin('budget_lines as line', 'line.id', 'decision.line_id')
    .$if(!maySee(ctx, { kind: 'people' }), (q) => q.where('line.kind', '!=', 'people'))
    .$if(line !== undefined, (q) => q.where('decision.line_id', '=', line ?? ''))

export async function decisions(ctx: Ctx, { limit, offset, line }: In<typeof budget.decisions>) {
  const rows = await logged(ctx, line)
    .selectAll('decision')
    .select(['line.name', 'line.kind as lineKind'])
    .orderBy('decision.seq', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  const { total } = await logged(ctx, line)
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { items: rows.map(toDecision), total }
}

const heading = [
  'At',
  'Verdict',
  'What',
  'Line',
  'Amount',
  'Currency',
  'By',
  'Authority',
  'Reason',
  'Evidence',
]

export async function exportDecisions(ctx: Ctx, { format }: In<typeof budget.exportDecisions>) {
  const { items } = await decisions(ctx, { limit: 50_000, offset: 0 })
  const rows = items.map((one) => [
    ...[one.at, one.verdict, one.what, one.line.name],
    one.minor / 10 ** minorDigits(one.currency),
    ...[one.currency, one.by.name, one.authority, one.reason, JSON.stringify(one.evidence)],
  ])
  return tableFile(format, { name: 'budget-decisions', heading, rows })
}
