import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid } from '../../../kernel/errors.ts'
import { whyNotPositive } from '../../budget/rules.ts'
import { whyNotCurrency } from '../../costs/rules.ts'
import { positions } from '../contract.ts'
import { whyNotChange, whyNotRemove, whyNotTerms } from '../rules.ts'
import { mark, personOf, requireSeen, shown } from './records.ts'

const { events } = positions
type Said = Omit<In<typeof positions.add>, never>

async function columnsOf(ctx: Ctx, said: Said) {
  const objection = whyNotTerms(said)
  if (objection) throw invalid(objection)
  const manager = await personOf(ctx, said.managerId, said.managerName, 'Whom it reports to')
  return {
    ...{ title: said.title, team: said.team, department: said.department, funded_by: said.fundedBy },
    ...{ manager_id: manager.id, manager_name: manager.name, purpose: said.purpose },
    ...{ starts_on: said.startsOn, ends_on: said.endsOn },
    ...{ fte_percent: said.ftePercent, weekly_minutes: said.weeklyMinutes },
  }
}

export async function add(ctx: Ctx, said: In<typeof positions.add>) {
  const columns = await columnsOf(ctx, said)

  const row = await ctx.insert('positions_records', {
    ...{ id: ctx.id('pos'), ...columns, state: 'draft', person_id: null, person_name: '' },
    ...{ filled_on: null, ended_on: null, ending: null, removed_at: null },
    ...{ added_by: ctx.actor.name, added_at: ctx.now, ...mark(ctx, { version: 0 }) },
  })
  await ctx.record(events.added, row.id, { what: row.title })

  return shown(ctx, row)
}

export async function change(ctx: Ctx, { id, version, ...said }: In<typeof positions.change>) {
  const row = await requireSeen(ctx, id, version)
  const objection = whyNotChange(row)
  if (objection) throw conflict(objection)
  const columns = await columnsOf(ctx, said)

  const changed = await ctx.update('positions_records', id, { ...columns, state: 'draft', ...mark(ctx, row) })
  await ctx.record(events.changed, id, { what: columns.title })

  return shown(ctx, changed ?? row)
}

export async function setCost(ctx: Ctx, { id, version, ...said }: In<typeof positions.setCost>) {
  const row = await requireSeen(ctx, id, version)
  const objection = whyNotChange(row)
  if (objection) throw conflict(objection)
  const wrong =
    whyNotCurrency(said.currency) ?? whyNotPositive(said.salaryMinor + said.onCostMinor, said.currency)
  if (wrong) throw invalid(wrong)

  const columns = {
    ...{ salary_minor: said.salaryMinor, on_cost_minor: said.onCostMinor, currency: said.currency },
    ...{ set_by: ctx.actor.name, set_at: ctx.now },
  }
  const before = await ctx.update('positions_costs', { position_id: id }, columns)
  if (!before) await ctx.insert('positions_costs', { position_id: id, ...columns })
  const changed = await ctx.update('positions_records', id, { state: 'draft', ...mark(ctx, row) })
  await ctx.record(events.costSet, id, { what: row.title })

  return shown(ctx, changed ?? row)
}

export const remove = (ctx: Ctx, { id }: In<typeof positions.remove>) => setRemoved(ctx, id, true)
export const restore = (ctx: Ctx, { id }: In<typeof positions.restore>) => setRemoved(ctx, id, false)

async function setRemoved(ctx: Ctx, id: string, isRemoved: boolean) {
  const row = await ctx.db
    .selectFrom('positions_records')
    .selectAll()
    .where('id', '=', id)
    .where('removed_at', isRemoved ? 'is' : 'is not', null)
    .executeTakeFirst()
  if (!row) throw conflict(isRemoved ? 'This position was removed already.' : 'This position is not removed.')
  const objection = whyNotRemove(row)
  if (objection) throw conflict(objection)

  await ctx.update('positions_records', id, { removed_at: isRemoved ? ctx.now : null, ...mark(ctx, row) })
  await ctx.record(isRemoved ? events.removed : events.restored, id, { what: row.title })

  return {}
}
