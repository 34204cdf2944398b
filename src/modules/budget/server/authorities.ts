import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { Problem } from '../../../kernel/errors.ts'
import { holdersOf, knownPermissions } from '../../identity/server/index.ts'
import type { Authority } from '../rules.ts'
import type { LimitRow } from './authority-tables.ts'
import { converted, ownCurrency, today } from './money.ts'
import type { DelegationRow } from './tables.ts'

const toRule = (row: LimitRow, perDecision: number, perMonth: number) => ({
  ...{ perDecision, perMonth, whyNot: null },
  ...{ kinds: row.kinds, campaigns: row.campaigns, until: row.until_on },
})

export const limitOf = (ctx: Ctx, personId: string): Promise<LimitRow | undefined> =>
  ctx.db
    .selectFrom('budget_limits')
    .selectAll()
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()

/**
 * What was approved and moved under somebody’s authority in the month of a day, in a currency; what was decided while
 * the organisation had another one, at the rates of the day it was decided.
 */
export async function usedBy(ctx: Ctx, personId: string, day: string, currency: string): Promise<number> {
  const rows = await ctx.db
    .selectFrom('budget_decisions')
    .select(['own_minor', 'own_currency', 'decided_on'])
    .where('authority_id', '=', personId)
    .where('verdict', 'in', ['approved', 'moved'])
    .where('decided_on', '>=', `${day.slice(0, 7)}-01`)
    .execute()
  let used = 0
  for (const row of rows)
    used += await converted(ctx, row.own_minor, row.own_currency, currency, row.decided_on)
  return used
}

/** Delegations to somebody that hold on a day. */
const standingInFor = (ctx: Ctx, personId: string, day: string): Promise<DelegationRow[]> =>
  ctx.db
    .selectFrom('budget_delegations')
    .selectAll()
    .where('to_id', '=', personId)
    .where('ended_at', 'is', null)
    .where('from_on', '<=', day)
    .where('to_on', '>=', day)
    .execute()

type Who = { id: string; name: string; isInControl: boolean; isOwn: boolean }

async function authorityOf(ctx: Ctx, { id, name, isInControl, isOwn }: Who, day: string): Promise<Authority> {
  const row = await limitOf(ctx, id)
  const currency = await ownCurrency(ctx)
  const who = { personId: id, name, isInControl, isOwn }
  if (!row) return { ...who, limit: null, usedThisMonth: 0 }
  try {
    const worth = (minor: number) => converted(ctx, minor, row.currency, currency, day)
    const limit = toRule(row, await worth(row.per_decision), await worth(row.per_month))
    return { ...who, limit, usedThisMonth: await usedBy(ctx, id, day, currency) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const whyNot = `The limit is in ${row.currency} and cannot be weighed: ${error.message}`
    return { ...who, limit: { ...toRule(row, 0, 0), whyNot }, usedThisMonth: 0 }
  }
}

/** What the asker may decide by: their own authority, then that of everybody they stand in for today. */
export async function authoritiesOf(ctx: Ctx): Promise<Authority[]> {
  const id = ctx.actor.personId
  if (!id) return []
  const day = await today(ctx)
  const own = { id, name: ctx.actor.name, isInControl: holds(ctx.actor, 'budget:control'), isOwn: true }
  const found = [await authorityOf(ctx, own, day)]
  const absent = await standingInFor(ctx, id, day)
  if (absent.length === 0) return found
  const inControl = await holdersOf(ctx.db, 'budget:control', knownPermissions(ctx))
  const deciding = await holdersOf(ctx.db, 'budget:decide', knownPermissions(ctx))
  for (const one of absent) {
    // Whoever lost the right to decide has nothing to pass on.
    if (!deciding.includes(one.from_id)) continue
    const who = {
      id: one.from_id,
      name: one.from_name,
      isInControl: inControl.includes(one.from_id),
      isOwn: false,
    }
    found.push(await authorityOf(ctx, who, day))
  }
  return found
}
