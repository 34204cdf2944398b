import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, invalid } from '../../../kernel/errors.ts'
import { whyNotFit } from '../../budget/rules.ts'
import { requireAccount } from '../../budget/server/index.ts'
import { positions } from '../contract.ts'
import { whyNotEnd, whyNotFill, whyNotOpen, whyNotReopen, whyNotResume } from '../rules.ts'
import { decide } from './askings.ts'
import { weightOf } from './commitments.ts'
import { mark, personOf, requireSeen, seesCost, shown, termsOf } from './records.ts'
import { settleShares } from './shares.ts'
import type { AskingRow } from './tables.ts'

const { events } = positions
const nobody = { person_id: null, person_name: '', filled_on: null }

export async function open(ctx: Ctx, { id, version }: In<typeof positions.open>) {
  const row = await requireSeen(ctx, id, version)
  const objection = whyNotOpen(row)
  if (objection) throw conflict(objection)

  const changed = await ctx.update('positions_records', id, { state: 'open', ...nobody, ...mark(ctx, row) })
  await settleShares(ctx, changed ?? row)
  await ctx.record(events.opened, id, { what: row.title })

  return shown(ctx, changed ?? row)
}

export async function fill(ctx: Ctx, { id, version, personId, personName, on }: In<typeof positions.fill>) {
  const row = await requireSeen(ctx, id, version)
  const objection = whyNotFill(row, on, termsOf(row))
  if (objection) throw conflict(objection)
  const person = await personOf(ctx, personId, personName, 'Whoever fills it')
  if (person.name === '') throw invalid('Say who fills it: choose a person or write their name.')

  const filled = { person_id: person.id, person_name: person.name, filled_on: on }
  const changed = await ctx.update('positions_records', id, { state: 'filled', ...filled, ...mark(ctx, row) })
  await settleShares(ctx, changed ?? row)
  await ctx.record(events.filled, id, { what: row.title, who: person.name })

  return shown(ctx, changed ?? row)
}

export async function end(ctx: Ctx, { id, version, on, reason }: In<typeof positions.end>) {
  const row = await requireSeen(ctx, id, version)
  const objection = whyNotEnd(row, on, termsOf(row))
  if (objection) throw conflict(objection)

  const ended = { state: 'ended' as const, ended_on: on, ending: reason }
  const changed = await ctx.update('positions_records', id, { ...ended, ...mark(ctx, row) })
  await settleShares(ctx, changed ?? row)
  await ctx.record(events.ended, id, { what: row.title, reason })

  return shown(ctx, changed ?? row)
}

export async function resume(ctx: Ctx, { id, version }: In<typeof positions.resume>) {
  const row = await requireSeen(ctx, id, version)
  const objection = whyNotResume(row)
  if (objection) throw conflict(objection)
  if (!seesCost(ctx))
    throw forbidden('Its budget weighs again: that needs the permission “budget:headcount”.')
  for (const asking of await fundsOf(ctx, id)) {
    const { line, year, standing } = await requireAccount(ctx, asking.line_id)
    const back = asking.minor - weightOf(asking, row.ended_on, year)
    const full = whyNotFit(line, standing.available, back)
    if (full) throw conflict(full)
  }

  const state = row.filled_on === null ? ('open' as const) : ('filled' as const)
  const changed = await ctx.update('positions_records', id, {
    ...{ state, ended_on: null, ending: null },
    ...mark(ctx, row),
  })
  await settleShares(ctx, changed ?? row)
  await ctx.record(events.resumed, id, { what: row.title })

  return shown(ctx, changed ?? row)
}

export async function reopen(ctx: Ctx, { id, version, reason }: In<typeof positions.reopen>) {
  const row = await requireSeen(ctx, id, version)
  const objection = whyNotReopen(row)
  if (objection) throw conflict(objection)

  const live = await ctx.db
    .selectFrom('positions_askings')
    .selectAll()
    .where('position_id', '=', id)
    .where('state', 'in', ['approved', 'waiting'])
    .execute()
  for (const asking of live) {
    const state = asking.state === 'approved' ? ('released' as const) : ('withdrawn' as const)
    await decide(ctx, asking, state, reason)
  }
  const changed = await ctx.update('positions_records', id, { state: 'draft', ...mark(ctx, row) })
  await ctx.record(events.reopened, id, { what: row.title, reason })

  return shown(ctx, changed ?? row)
}

const fundsOf = (ctx: Ctx, id: string): Promise<AskingRow[]> =>
  ctx.db
    .selectFrom('positions_askings')
    .selectAll()
    .where('position_id', '=', id)
    .where('state', '=', 'approved')
    .execute()
