import { holds } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { missing, Problem } from '../../../kernel/errors.ts'
import type { budget, Request } from '../contract.ts'
import {
  type Authority,
  carrying,
  whyNotDecide,
  whyNotEscalate,
  whyNotFit,
  whyNotSpendOn,
  whyNotUnder,
  whyNotWithdraw,
} from '../rules.ts'
import { authoritiesOf } from './authorities.ts'
import { type Account, accountsOf, judged } from './books.ts'
import { converted, inOwn, today } from './money.ts'
import { type Unapproved, unapprovedOf } from './paid-for.ts'
import type { RequestRow } from './tables.ts'

export async function requireRequest(ctx: Ctx, id: string): Promise<RequestRow> {
  const row = await ctx.db.selectFrom('budget_requests').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('This request')
  return row
}

export const asked = (row: RequestRow) => ({
  state: row.state,
  requestedById: row.requested_by_id,
  isEscalated: row.escalated_at !== null,
})

/** What a request takes of its line and of a limit, at the rates of today. */
export async function weighed(
  ctx: Ctx,
  row: RequestRow,
  account: Account,
  known?: ReadonlyMap<string, Unapproved>,
) {
  const day = await today(ctx)
  const lineId = account.line.id
  const takes = await converted(ctx, row.minor, row.currency, account.line.currency, day)
  const own = await inOwn(ctx, row.minor, row.currency, day)
  return { day, takes, own, unapproved: (known ?? (await unapprovedOf(ctx, [lineId]))).get(lineId) ?? null }
}

export type Weight = Awaited<ReturnType<typeof weighed>>

/** The authority that carries the approval of a request, or why there is none. */
export function judge(ctx: Ctx, row: RequestRow, account: Account, weight: Weight, authorities: Authority[]) {
  const { line, year, standing } = account
  const { day, own } = weight
  const campaign = weight.unapproved?.refuses
    ? `${weight.unapproved.words} Have the campaign approved first.`
    : null
  const spending =
    whyNotSpendOn(judged(line), year) ?? whyNotFit(line, standing.available, weight.takes) ?? campaign
  const matter = {
    minor: own.minor,
    currency: own.currency,
    kind: line.kind,
    campaign: line.campaign,
    today: day,
  }
  const found = carrying(
    authorities,
    (one) => whyNotDecide(asked(row), ctx.actor.personId, one) ?? spending ?? whyNotUnder(one, matter),
  )
  return found
}

/** Rows as things, with what the asker may do about each. */
export async function readRequests(ctx: Ctx, rows: readonly RequestRow[]): Promise<Request[]> {
  const lineIds = rows.map((row) => row.line_id)
  const accounts = await accountsOf(ctx, lineIds)
  const known = await unapprovedOf(ctx, lineIds)
  const orders = await ordersOf(
    ctx,
    rows.map((row) => row.id),
  )
  const read = await readerOf(ctx, known)
  const items: Request[] = []
  for (const row of rows) {
    const account = accounts.get(row.line_id)
    if (!account) throw missing('This budget line')
    items.push(await read(row, account, orders.get(row.id) ?? null))
  }
  return items
}

export const readRequest = async (ctx: Ctx, row: RequestRow): Promise<Request> =>
  (await readRequests(ctx, [row]))[0]!

async function readerOf(ctx: Ctx, known: ReadonlyMap<string, Unapproved>) {
  const authorities = holds(ctx.actor, 'budget:decide') ? await authoritiesOf(ctx) : []
  const mayAsk = holds(ctx.actor, 'budget:request')
  return async (row: RequestRow, account: Account, orderId: string | null): Promise<Request> => {
    const weight = row.state === 'waiting' ? await weighed(ctx, row, account, known).catch(reasonOf) : null
    const objection = whyNot(ctx, row, account, weight, authorities)
    const refusing = carrying(authorities, (one) => whyNotDecide(asked(row), ctx.actor.personId, one))
    return {
      ...plain(ctx, row, account),
      warning: weight && 'unapproved' in weight ? (weight.unapproved?.words ?? null) : null,
      lineMinor: weight && 'takes' in weight ? weight.takes : null,
      orderId,
      can: {
        approve: objection === null,
        whyNotApprove: objection,
        refuse: 'authority' in refusing,
        escalate: mayAsk && whyNotEscalate(asked(row)) === null,
        withdraw: mayAsk && whyNotWithdraw(asked(row), ctx.actor.personId) === null,
      },
    }
  }
}

/** A missing rate is a reason not to approve; anything else is none of ours. */
const reasonOf = (error: unknown): { reason: string } => {
  if (error instanceof Problem) return { reason: error.message }
  throw error
}

function whyNot(
  ctx: Ctx,
  row: RequestRow,
  account: Account,
  weight: Weight | { reason: string } | null,
  authorities: Authority[],
): string | null {
  if (weight === null) return `This request is ${row.state} already.`
  if ('reason' in weight) return weight.reason
  const found = judge(ctx, row, account, weight, authorities)
  return 'objection' in found ? found.objection : null
}

async function ordersOf(ctx: Ctx, requestIds: string[]): Promise<Map<string, string>> {
  if (requestIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('budget_orders')
    .select(['id', 'request_id'])
    .where('request_id', 'in', requestIds)
    .execute()
  return new Map(rows.map((row) => [row.request_id, row.id]))
}

/** An agreed price, for those who may read rates. */
export const rateOf = (ctx: Ctx, row: { rate_minor: number | null; rate_unit: string }) =>
  row.rate_minor !== null && holds(ctx.actor, 'budget:rates')
    ? { minor: row.rate_minor, unit: row.rate_unit }
    : null

function plain(ctx: Ctx, row: RequestRow, { line, standing }: Account) {
  const { allocation, load, available } = standing
  return {
    id: row.id,
    line: {
      id: line.id,
      name: line.name,
      currency: line.currency,
      campaign: line.campaign,
      kind: line.kind as Request['line']['kind'],
    },
    ...{ kind: row.kind, supplier: row.supplier, what: row.what, reason: row.reason },
    ...{ minor: row.minor, currency: row.currency, dueOn: row.due_on, state: row.state },
    rate: rateOf(ctx, row),
    requestedBy: { id: row.requested_by_id, name: row.requested_by },
    requestedAt: row.requested_at.toISOString(),
    escalation: row.escalated_at
      ? { by: row.escalated_by ?? '', at: row.escalated_at.toISOString(), reason: row.escalation ?? '' }
      : null,
    decision: row.decided_at
      ? { by: row.decided_by ?? '', at: row.decided_at.toISOString(), reason: row.decision ?? '' }
      : null,
    standing: { allocation, load, available },
  }
}

export async function requests(ctx: Ctx, { state, line }: In<typeof budget.requests>) {
  const rows = await ctx.db
    .selectFrom('budget_requests')
    .selectAll()
    .$if(state !== undefined, (q) => q.where('state', '=', state ?? 'waiting'))
    .$if(line !== undefined, (q) => q.where('line_id', '=', line ?? ''))
    .orderBy((e) => e('state', '=', 'waiting'), 'desc')
    .orderBy('requested_at', 'desc')
    .limit(500)
    .execute()
  return { items: await readRequests(ctx, rows) }
}
