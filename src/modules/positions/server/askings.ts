import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { missing } from '../../../kernel/errors.ts'
import {
  type Authority,
  carrying,
  whyNotDecide,
  whyNotEscalate,
  whyNotFit,
  whyNotUnder,
  whyNotWithdraw,
} from '../../budget/rules.ts'
import {
  type Account,
  authoritiesOf,
  inOwn,
  judged,
  requireAccount,
  today,
} from '../../budget/server/index.ts'
import type { Asking } from '../contract.ts'
import { whyNotDraw, whyNotEnded } from '../rules.ts'
import { requirePosition, seesCost } from './records.ts'
import type { AskingRow, PositionRow } from './tables.ts'

/** The asking, for those who may read what people cost; to the others it does not exist. */
export async function requireAsking(ctx: Ctx, id: string): Promise<AskingRow> {
  const row = await ctx.db.selectFrom('positions_askings').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row || !seesCost(ctx)) throw missing('This asking')
  return row
}

/** As the rules of requests judge it: what is released was approved and is decided. */
export const asked = (row: AskingRow) => ({
  state: row.state === 'released' ? ('approved' as const) : row.state,
  requestedById: row.asked_by_id,
  isEscalated: row.escalated_at !== null,
})

/** The authority that carries an approval, or why there is none. */
export async function judge(ctx: Ctx, row: AskingRow, account: Account, authorities: Authority[]) {
  const { line, year, standing } = account
  const own = await inOwn(ctx, row.minor, row.currency, await today(ctx))
  const drawing =
    whyNotEnded(await requirePosition(ctx, row.position_id)) ??
    whyNotDraw(judged(line), year) ??
    whyNotFit(line, standing.available, row.minor)
  const matter = {
    ...{ minor: own.minor, currency: own.currency, kind: line.kind, campaign: line.campaign },
    today: await today(ctx),
  }
  const found = carrying(
    authorities,
    (one) => whyNotDecide(asked(row), ctx.actor.personId, one) ?? drawing ?? whyNotUnder(one, matter),
  )
  return { found, own }
}

/** What became of an asking, by whom. */
export async function decide(
  ctx: Ctx,
  asking: AskingRow,
  state: AskingRow['state'],
  decision: string,
): Promise<void> {
  const by = { decided_by_id: ctx.actor.personId ?? null, decided_by: ctx.actor.name, decided_at: ctx.now }
  await ctx.update('positions_askings', asking.id, { state, ...by, decision })
}

/** Of a position, the newest first. */
export async function askingsOf(ctx: Ctx, { id }: Pick<PositionRow, 'id'>): Promise<Asking[]> {
  const rows = await ctx.db
    .selectFrom('positions_askings')
    .selectAll()
    .where('position_id', '=', id)
    .orderBy('asked_at', 'desc')
    .execute()
  const items: Asking[] = []
  for (const row of rows) items.push(await toAsking(ctx, row))
  return items
}

export async function toAsking(ctx: Ctx, row: AskingRow): Promise<Asking> {
  const account = await requireAccount(ctx, row.line_id)
  const deed = (by: string | null, at: Date | null, reason: string | null) =>
    at ? { by: by ?? '', at: at.toISOString(), reason: reason ?? '' } : null
  return {
    id: row.id,
    line: { id: row.line_id, name: account.line.name },
    year: account.year.label,
    ...{ minor: row.minor, currency: row.currency, reason: row.reason, state: row.state },
    months: row.months.map(Number),
    monthsOn: account.year.months,
    ...{ askedBy: row.asked_by, askedAt: row.asked_at.toISOString() },
    escalation: deed(row.escalated_by, row.escalated_at, row.escalation),
    decision: deed(row.decided_by, row.decided_at, row.decision),
    available: account.standing.available,
    can: await canOf(ctx, row, account),
  }
}

async function canOf(ctx: Ctx, row: AskingRow, account: Account): Promise<Asking['can']> {
  const authorities = holds(ctx.actor, 'budget:decide') ? await authoritiesOf(ctx) : []
  const { found } = await judge(ctx, row, account, authorities)
  const refusing = carrying(authorities, (one) => whyNotDecide(asked(row), ctx.actor.personId, one))
  const mayAsk = holds(ctx.actor, 'budget:request')
  return {
    approve: 'authority' in found,
    whyNotApprove: 'objection' in found ? found.objection : null,
    refuse: 'authority' in refusing,
    escalate: mayAsk && whyNotEscalate(asked(row)) === null,
    withdraw: mayAsk && whyNotWithdraw(asked(row), ctx.actor.personId) === null,
  }
}
