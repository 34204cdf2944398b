import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, invalid } from '../../../kernel/errors.ts'
import { whyNotCurrency } from '../../costs/rules.ts'
import { linkUp } from '../../trace/server/index.ts'
import { budget } from '../contract.ts'
import {
  type Authority,
  carrying,
  inWords,
  whyNotDecide,
  whyNotEscalate,
  whyNotPositive,
  whyNotSpendOn,
  whyNotWithdraw,
} from '../rules.ts'
import { authoritiesOf } from './authorities.ts'
import { type Account, judged, requireAccount } from './books.ts'
import { log } from './decisions.ts'
import { requireRate, today } from './money.ts'
import { openOrder } from './opening.ts'
import { asked, judge, readRequest, requireRequest, type Weight, weighed } from './show-requests.ts'
import type { RequestRow } from './tables.ts'
import { tellController, tellDeciders, tellRequester } from './tell.ts'

const words = (row: RequestRow): string => `${row.what}, ${row.supplier}, ${inWords(row.minor, row.currency)}`
const shown = async (ctx: Ctx, id: string) => readRequest(ctx, await requireRequest(ctx, id))

export async function request(ctx: Ctx, said: In<typeof budget.request>) {
  const { line, year } = await requireAccount(ctx, said.lineId)
  const { personId } = ctx.actor

  const objection =
    whyNotSpendOn(judged(line), year) ??
    whyNotCurrency(said.currency) ??
    whyNotPositive(said.minor, said.currency)
  if (objection) throw invalid(objection)
  if (!personId) throw forbidden('A request is a person’s: sign in under your own name.')
  if (said.dueOn < year.months[0]! || said.dueOn > year.ends_on)
    throw invalid(
      `The delivery, ${said.dueOn}, lies outside of ${year.label}: ${year.months[0]} to ${year.ends_on}.`,
    )
  const day = await today(ctx)
  if (said.orderedOn && (said.orderedOn > day || said.orderedOn < year.months[0]!))
    throw invalid(`The order of ${said.orderedOn} lies outside of ${year.label}, or in days to come.`)
  if (said.rate) {
    const wrong = whyNotPositive(said.rate.minor, said.currency)
    if (wrong) throw invalid(wrong)
  }
  await requireRate(ctx, said.currency, said.dueOn)

  const { kind, supplier, what, reason, minor, currency } = said
  const row = await ctx.insert('budget_requests', {
    ...{
      id: ctx.id('brq'),
      line_id: line.id,
      kind,
      supplier,
      what,
      reason,
      minor,
      currency,
      due_on: said.dueOn,
      ordered_on: said.orderedOn ?? null,
    },
    ...{ rate_minor: said.rate?.minor ?? null, rate_unit: said.rate?.unit ?? '', state: 'waiting' },
    ...{ requested_by_id: personId, requested_by: ctx.actor.name, requested_at: ctx.now },
    ...{ escalated_by: null, escalated_by_id: null, escalated_at: null, escalation: null },
    ...{ decided_by_id: null, decided_by: null, decided_at: null, decision: null },
  })
  await ctx.record(budget.events.requested, row.id, { what: words(row) })
  await tellDeciders(ctx, row, words(row))

  return shown(ctx, row.id)
}

/** A request with all that a decision on it rests on. */
async function requireMatter(ctx: Ctx, id: string) {
  const row = await requireRequest(ctx, id)
  const account = await requireAccount(ctx, row.line_id)
  return { row, account }
}

type Matter = { row: RequestRow; account: Account }

export async function approve(ctx: Ctx, { id, reason }: In<typeof budget.approve>) {
  const { row, account } = await requireMatter(ctx, id)
  const weight = await weighed(ctx, row, account)

  const found = judge(ctx, row, account, weight, await authoritiesOf(ctx))
  if ('objection' in found) throw conflict(found.objection)

  await decide(ctx, row, 'approved', reason)
  const order = await openOrder(ctx, row, weight)
  await enter(ctx, { row, account }, 'approved', reason, weight, found.authority)
  await ctx.record(budget.events.approved, id, { what: `${words(row)} (${order.number})` })
  await linkUp(ctx, { kind: 'order', id: order.id }, { kind: 'budget-line', id: row.line_id })
  await tellRequester(ctx, row, {
    title: `Approved: ${words(row)}`,
    why: `${ctx.actor.name} approved it; ${order.number} is open.`,
  })

  return shown(ctx, id)
}

export async function refuse(ctx: Ctx, { id, reason }: In<typeof budget.refuse>) {
  const { row, account } = await requireMatter(ctx, id)

  const found = carrying(await authoritiesOf(ctx), (one) => whyNotDecide(asked(row), ctx.actor.personId, one))
  if ('objection' in found) throw conflict(found.objection)

  await decide(ctx, row, 'refused', reason)
  await enter(ctx, { row, account }, 'refused', reason, await weighed(ctx, row, account), found.authority)
  await ctx.record(budget.events.refused, id, { what: words(row), reason })
  await tellRequester(ctx, row, { title: `Refused: ${words(row)}`, why: `${ctx.actor.name}: ${reason}` })

  return shown(ctx, id)
}

export async function escalate(ctx: Ctx, { id, reason }: In<typeof budget.escalate>) {
  const { row, account } = await requireMatter(ctx, id)

  const objection = whyNotEscalate(asked(row))
  if (objection) throw conflict(objection)

  const { personId, name } = ctx.actor
  const mark = {
    escalated_by_id: personId ?? null,
    escalated_by: name,
    escalated_at: ctx.now,
    escalation: reason,
  }
  await ctx.update('budget_requests', id, mark)
  await enter(ctx, { row, account }, 'escalated', reason, await weighed(ctx, row, account))
  await ctx.record(budget.events.escalated, id, { what: words(row), reason })
  await tellController(ctx, { title: `Passed up: ${words(row)}`, why: `${name}: ${reason}` })

  return shown(ctx, id)
}

export async function withdraw(ctx: Ctx, { id, reason }: In<typeof budget.withdraw>) {
  const { row, account } = await requireMatter(ctx, id)

  const objection = whyNotWithdraw(asked(row), ctx.actor.personId)
  if (objection) throw conflict(objection)

  await decide(ctx, row, 'withdrawn', reason)
  await enter(ctx, { row, account }, 'withdrawn', reason, await weighed(ctx, row, account))
  await ctx.record(budget.events.withdrawn, id, { what: words(row), reason })

  return shown(ctx, id)
}

async function decide(
  ctx: Ctx,
  row: RequestRow,
  state: RequestRow['state'],
  decision: string,
): Promise<void> {
  const mark = { decided_by_id: ctx.actor.personId ?? null, decided_by: ctx.actor.name, decided_at: ctx.now }
  await ctx.update('budget_requests', row.id, { state, ...mark, decision })
}

function enter(
  ctx: Ctx,
  { row, account }: Matter,
  verdict: 'approved' | 'refused' | 'escalated' | 'withdrawn',
  reason: string,
  { own, takes }: Weight,
  authority?: Authority,
): Promise<void> {
  const { minor, currency } = row
  return log(ctx, {
    ...{ verdict, subject: row.id, what: words(row), minor, currency, own, takes, account, reason },
    ...(authority ? { authority } : {}),
  })
}
