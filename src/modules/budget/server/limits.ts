import { holds } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, invalid, missing, Problem } from '../../../kernel/errors.ts'
import { holdersOf, knownPermissions, requirePerson } from '../../identity/server/index.ts'
import { organisation } from '../../imports/server/index.ts'
import { budget, type Delegation, type Limit } from '../contract.ts'
import { inWords, whyNotDelegate, whyNotPositive } from '../rules.ts'
import { limitOf, usedBy } from './authorities.ts'
import type { LimitRow } from './authority-tables.ts'
import { today } from './money.ts'
import type { DelegationRow } from './tables.ts'

const deciders = (ctx: Ctx): Promise<string[]> => holdersOf(ctx.db, 'budget:decide', knownPermissions(ctx))

async function toLimit(ctx: Ctx, row: LimitRow): Promise<Limit> {
  const { currency } = row
  return {
    id: row.id,
    person: { id: row.person_id, name: row.person_name },
    ...{ perDecision: row.per_decision, perMonth: row.per_month, currency },
    usedThisMonth: await usedBy(ctx, row.person_id, await today(ctx), currency).catch(unknown),
    kinds: row.kinds as Limit['kinds'],
    ...{ campaigns: row.campaigns, until: row.until_on, setBy: row.set_by },
  }
}

/** Without a rate it is not known how much was decided; that is no reason to show nothing. */
const unknown = (error: unknown): null => {
  if (error instanceof Problem) return null
  throw error
}

const toDelegation = (ctx: Ctx, row: DelegationRow, day: string): Delegation => ({
  id: row.id,
  from: { id: row.from_id, name: row.from_name },
  to: { id: row.to_id, name: row.to_name },
  ...{ fromOn: row.from_on, toOn: row.to_on, reason: row.reason },
  isNow: row.from_on <= day && day <= row.to_on,
  can: { end: mayEnd(ctx, row) },
})

const mayEnd = (ctx: Ctx, row: DelegationRow): boolean =>
  row.from_id === ctx.actor.personId || holds(ctx.actor, 'budget:control')

const standing = (ctx: Ctx): Promise<DelegationRow[]> =>
  ctx.db
    .selectFrom('budget_delegations')
    .selectAll()
    .where('ended_at', 'is', null)
    .orderBy('from_on')
    .execute()

export async function limits(ctx: Ctx) {
  const day = await today(ctx)
  const rows = await ctx.db
    .selectFrom('budget_limits')
    .selectAll()
    .where('ended_at', 'is', null)
    .orderBy('person_name')
    .execute()
  const items: Limit[] = []
  for (const row of rows) items.push(await toLimit(ctx, row))
  const delegations = (await standing(ctx)).filter((row) => row.to_on >= day)
  const people = []
  for (const id of await deciders(ctx)) people.push({ id, name: (await requirePerson(ctx, id)).name })
  return { limits: items, delegations: delegations.map((row) => toDelegation(ctx, row, day)), people }
}

export async function setLimit(ctx: Ctx, said: In<typeof budget.setLimit>) {
  const { currency } = await organisation(ctx.db)
  const person = await requirePerson(ctx, said.personId)
  const day = await today(ctx)

  const objection = whyNotPositive(said.perDecision, currency) ?? whyNotPositive(said.perMonth, currency)
  if (objection) throw invalid(objection)
  if (said.perMonth < said.perDecision)
    throw invalid('The limit of a month is at least that of one decision.')
  if (said.until < day) throw invalid(`The last day of the limit, ${said.until}, is over.`)
  if (!(await deciders(ctx)).includes(person.id))
    throw invalid(`${person.name} may not decide: a role with “budget:decide” comes first.`)
  if (person.id === ctx.actor.personId) throw conflict('Nobody sets their own limit.')

  await end(ctx, said.personId)
  const row = await ctx.insert('budget_limits', {
    ...{ id: ctx.id('blm'), person_id: person.id, person_name: person.name },
    ...{
      per_decision: said.perDecision,
      per_month: said.perMonth,
      currency,
      kinds: said.kinds,
      campaigns: said.campaigns,
    },
    ...{ until_on: said.until, set_by: ctx.actor.name, set_at: ctx.now, ended_at: null },
  })
  const what = `${person.name}, ${inWords(said.perDecision, currency)} a decision, ${inWords(said.perMonth, currency)} a month, until ${said.until}`
  await ctx.record(budget.events.limitSet, row.id, { what })

  return toLimit(ctx, row)
}

async function end(ctx: Ctx, personId: string): Promise<LimitRow | undefined> {
  const row = await limitOf(ctx, personId)
  if (row) await ctx.update('budget_limits', row.id, { ended_at: ctx.now })
  return row
}

export async function endLimit(ctx: Ctx, { personId }: In<typeof budget.endLimit>) {
  const row = await end(ctx, personId)
  if (!row) throw missing('This limit')
  await ctx.record(budget.events.limitEnded, row.id, { what: row.person_name })
  return {}
}

export async function delegate(ctx: Ctx, { toId, fromOn, toOn, reason }: In<typeof budget.delegate>) {
  const { personId, name } = ctx.actor
  if (!personId) throw forbidden('A delegation is a person’s: sign in under your own name.')
  if (toOn < fromOn) throw invalid(`The last day, ${toOn}, is before the first day, ${fromOn}.`)
  const to = await requirePerson(ctx, toId)
  const day = await today(ctx)
  const others = (await standing(ctx))
    .filter((row) => row.from_id === personId)
    .map((row) => ({ from: row.from_on, to: row.to_on, toName: row.to_name }))

  const said = { fromId: personId, toId, from: fromOn, to: toOn, today: day }
  const objection = whyNotDelegate(said, others, (await deciders(ctx)).includes(toId))
  if (objection) throw conflict(objection)

  const row = await ctx.insert('budget_delegations', {
    ...{ id: ctx.id('bdg'), from_id: personId, from_name: name, to_id: toId, to_name: to.name },
    ...{ from_on: fromOn, to_on: toOn, reason, set_by: name, set_at: ctx.now, ended_at: null },
  })
  const what = `${to.name} in place of ${name}, ${fromOn} to ${toOn}`
  await ctx.record(budget.events.delegated, row.id, { what, reason })

  return toDelegation(ctx, row, day)
}

export async function endDelegation(ctx: Ctx, { id }: In<typeof budget.endDelegation>) {
  const row = (await standing(ctx)).find((one) => one.id === id)
  if (!row) throw missing('This delegation')
  if (!mayEnd(ctx, row)) throw forbidden(`Only ${row.from_name} or whoever controls the budget ends this.`)

  await ctx.update('budget_delegations', id, { ended_at: ctx.now })
  await ctx.record(budget.events.delegationEnded, id, { what: `${row.to_name} in place of ${row.from_name}` })

  return {}
}
