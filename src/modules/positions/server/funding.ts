import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, invalid } from '../../../kernel/errors.ts'
import {
  type Authority,
  carrying,
  inWords,
  whyNotDecide,
  whyNotEscalate,
  whyNotWithdraw,
} from '../../budget/rules.ts'
import { type Account, authoritiesOf, inOwn, log, requireAccount, today } from '../../budget/server/index.ts'
import { positions } from '../contract.ts'
import { asked, decide, judge, requireAsking, toAsking } from './askings.ts'
import { mark, requirePosition } from './records.ts'
import type { PositionRow } from './tables.ts'
import { tellAsker, tellController, tellDeciders } from './tell.ts'
import { requireWeight } from './weighing.ts'

const { events } = positions
const words = (row: PositionRow, { minor, currency }: { minor: number; currency: string }): string =>
  `Position ${row.title}, ${inWords(minor, currency)}`
const fresh = async (ctx: Ctx, id: string) => toAsking(ctx, await requireAsking(ctx, id))

export async function ask(ctx: Ctx, { id, lineId, reason }: In<typeof positions.ask>) {
  const row = await requirePosition(ctx, id)
  const { account, minor, months, days, span, whyNot } = await requireWeight(ctx, row, lineId)
  const { personId } = ctx.actor
  if (whyNot) throw conflict(whyNot)
  if (minor === 0)
    throw invalid(`“${row.title}” costs nothing in ${account.year.label}; nothing is to be asked for.`)
  if (!personId) throw forbidden('Asking is a person’s: sign in under your own name.')

  const asking = await ctx.insert('positions_askings', {
    ...{ id: ctx.id('pas'), position_id: id, line_id: lineId, year_id: account.year.id },
    ...{ minor, currency: account.line.currency, months: months.map(String), days: days.map(String) },
    ...{ from_on: span.from, to_on: span.to, reason, state: 'waiting' },
    ...{ asked_by_id: personId, asked_by: ctx.actor.name, asked_at: ctx.now },
    ...{ escalated_by: null, escalated_at: null, escalation: null },
    ...{ decided_by_id: null, decided_by: null, decided_at: null, decision: null },
  })
  if (row.state === 'draft' || row.state === 'refused')
    await ctx.update('positions_records', id, { state: 'asked', ...mark(ctx, row) })
  await ctx.record(events.asked, id, { what: row.title })
  await tellDeciders(ctx, row, personId)

  return toAsking(ctx, asking)
}

/** An asking with all that a decision on it rests on. */
async function requireMatter(ctx: Ctx, id: string) {
  const asking = await requireAsking(ctx, id)
  const row = await requirePosition(ctx, asking.position_id)
  return { asking, row, account: await requireAccount(ctx, asking.line_id) }
}
type Matter = Awaited<ReturnType<typeof requireMatter>>

export async function approve(ctx: Ctx, { id, reason }: In<typeof positions.approve>) {
  const matter = await requireMatter(ctx, id)
  const { asking, row } = matter

  const { found, own } = await judge(ctx, asking, matter.account, await authoritiesOf(ctx))
  if ('objection' in found) throw conflict(found.objection)

  await decide(ctx, asking, 'approved', reason)
  if (row.state === 'asked')
    await ctx.update('positions_records', row.id, { state: 'approved', ...mark(ctx, row) })
  await enter(ctx, matter, { verdict: 'approved', reason, own, authority: found.authority })
  await ctx.record(events.approved, row.id, { what: row.title })
  await tellAsker(ctx, asking, row, {
    title: `Approved: position ${row.title}`,
    why: `${ctx.actor.name} approved it.`,
  })

  return fresh(ctx, id)
}

export async function refuse(ctx: Ctx, { id, reason }: In<typeof positions.refuse>) {
  const matter = await requireMatter(ctx, id)
  const { asking, row } = matter

  const found = carrying(await authoritiesOf(ctx), (one) =>
    whyNotDecide(asked(asking), ctx.actor.personId, one),
  )
  if ('objection' in found) throw conflict(found.objection)

  await decide(ctx, asking, 'refused', reason)
  if (row.state === 'asked')
    await ctx.update('positions_records', row.id, { state: 'refused', ...mark(ctx, row) })
  await enter(ctx, matter, { verdict: 'refused', reason, authority: found.authority })
  await ctx.record(events.refused, row.id, { what: row.title, reason })
  await tellAsker(ctx, asking, row, {
    title: `Refused: position ${row.title}`,
    why: `${ctx.actor.name}: ${reason}`,
  })

  return fresh(ctx, id)
}

export async function escalate(ctx: Ctx, { id, reason }: In<typeof positions.escalate>) {
  const matter = await requireMatter(ctx, id)
  const { asking, row } = matter

  const objection = whyNotEscalate(asked(asking))
  if (objection) throw conflict(objection)

  const passed = { escalated_by: ctx.actor.name, escalated_at: ctx.now, escalation: reason }
  await ctx.update('positions_askings', id, passed)
  await enter(ctx, matter, { verdict: 'escalated', reason })
  await ctx.record(events.escalated, row.id, { what: row.title, reason })
  await tellController(ctx, row, asking.asked_by_id, `${ctx.actor.name}: ${reason}`)

  return fresh(ctx, id)
}

export async function withdraw(ctx: Ctx, { id, reason }: In<typeof positions.withdraw>) {
  const matter = await requireMatter(ctx, id)
  const { asking, row } = matter

  const objection = whyNotWithdraw(asked(asking), ctx.actor.personId)
  if (objection) throw conflict(objection)

  await decide(ctx, asking, 'withdrawn', reason)
  if (row.state === 'asked')
    await ctx.update('positions_records', row.id, { state: 'draft', ...mark(ctx, row) })
  await enter(ctx, matter, { verdict: 'withdrawn', reason })
  await ctx.record(events.withdrawn, row.id, { what: row.title, reason })

  return fresh(ctx, id)
}

type Deed = {
  verdict: 'approved' | 'refused' | 'escalated' | 'withdrawn'
  reason: string
  own?: { minor: number; currency: string; rate: string }
  authority?: Authority
}

async function enter(ctx: Ctx, { asking, row, account }: Matter, deed: Deed): Promise<void> {
  const { minor, currency } = asking
  const own = deed.own ?? (await inOwn(ctx, minor, currency, await today(ctx)))
  await log(ctx, {
    ...{ verdict: deed.verdict, subject: asking.id, what: words(row, asking), minor, currency, own },
    ...{ takes: minor, account: account as Account, reason: deed.reason },
    ...(deed.authority ? { authority: deed.authority } : {}),
  })
}
