import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid } from '../../../kernel/errors.ts'
import type { Happened } from '../../../kernel/module.ts'
import { requirePerson } from '../../identity/server/index.ts'
import { linkUp, parentsOf } from '../../trace/server/index.ts'
import { strategy } from '../contract.ts'
import { whyNotMeasure, whyNotType, whyNotUnder } from '../rules.ts'
import { here } from './figures.ts'
import { requireGoal, toPlaced } from './goal-rows.ts'
import { goal } from './goal-show.ts'
import { requireKpi } from './kpi-show.ts'
import type { GoalRow } from './tables.ts'

const { events } = strategy

export async function addGoal(ctx: Ctx, { under, ...said }: In<typeof strategy.addGoal>) {
  await requirePeriod(ctx, said)

  const row = await ctx.insert('strategy_goals', {
    ...{ id: ctx.id('gol'), name: said.name, level: said.level, description: said.description },
    ...{ from_on: said.from, to_on: said.to, weight: said.weight, state: 'open' as const },
    ...(await ownerOf(ctx, said.ownerId)),
    ...{ typed_share: null, typed_note: null, typed_by: null, typed_at: null },
    ...written(ctx, 1),
  })
  await ctx.record(events.goalAdded, row.id, { what: row.name })
  if (under) await linkUp(ctx, { kind: 'goal', id: row.id }, under)

  return goal(ctx, { id: row.id })
}

const written = (ctx: Ctx, version: number) => ({
  ...{ version, changed_by: ctx.actor.name, changed_at: ctx.now },
})

async function ownerOf(ctx: Ctx, id: string | null) {
  if (id === null) return { owner_id: null, owner_name: null }
  const { name } = await requirePerson(ctx, id)
  return { owner_id: id, owner_name: name }
}

async function requirePeriod(ctx: Ctx, { from, to }: { from: string; to: string }): Promise<void> {
  const { month } = await here(ctx)
  if (to < from) throw invalid(`The period ends on ${to}, before it begins on ${from}.`)
  if (month(from).startsOn !== from)
    throw invalid(`The period begins within ${month(from).label}. Begin on ${month(from).startsOn}.`)
  if (month(to).endsOn !== to)
    throw invalid(`The period ends within ${month(to).label}. End on ${month(to).endsOn}.`)
}

export async function changeGoal(
  ctx: Ctx,
  { id, version, ownerId, from, to, ...said }: In<typeof strategy.changeGoal>,
) {
  const row = await requireGoal(ctx, id)
  if (row.version !== version)
    throw conflict(
      `${row.changed_by} changed this goal since you opened it. Load it again and repeat your change.`,
    )
  const days = { from: from ?? row.from_on, to: to ?? row.to_on }
  await requirePeriod(ctx, days)

  const patch = {
    ...said,
    ...{ from_on: days.from, to_on: days.to },
    ...(ownerId === undefined ? {} : await ownerOf(ctx, ownerId)),
  }
  const changed = (await ctx.update('strategy_goals', id, { ...patch, ...written(ctx, version + 1) })) ?? row
  await requireKin(ctx, changed)
  const how = changed.state === row.state ? 'its terms' : `it is ${changed.state}`
  await ctx.record(events.goalChanged, id, { what: changed.name, how })

  return goal(ctx, { id })
}

/** After a change: it still fits what it serves and what serves it. */
async function requireKin(ctx: Ctx, row: GoalRow): Promise<void> {
  await requireFit(ctx, 'goal', row.id)
  for (const [kind, table] of [
    ['goal', 'strategy_goals'],
    ['kpi', 'strategy_kpis'],
  ] as const) {
    const ids = (await ctx.db.selectFrom(table).select('id').execute()).map((one) => one.id)
    for (const [child, parent] of await parentsOf(ctx.db, kind, ids))
      if (parent.id === row.id) await requireFit(ctx, kind, child)
  }
}

/** Throws where a record does not fit the goal it is linked up to. */
async function requireFit(ctx: Ctx, kind: string, id: string): Promise<void> {
  const parent = (await parentsOf(ctx.db, kind, [id])).get(id)
  if (parent?.kind !== 'goal') return
  const above = toPlaced(await requireGoal(ctx, parent.id))
  const objection =
    kind === 'goal'
      ? whyNotUnder(toPlaced(await requireGoal(ctx, id)), above)
      : await measuring(ctx, id, above)
  if (objection) throw conflict(objection)
}

async function measuring(ctx: Ctx, id: string, above: ReturnType<typeof toPlaced>): Promise<string | null> {
  const { name, from_on: from, to_on: to } = await requireKpi(ctx, id)
  return whyNotMeasure({ name, from, to }, above)
}

/** Hears of every link, whichever page made it. */
export async function judgeLink(ctx: Ctx, { subject }: Happened): Promise<void> {
  const kind = subject.startsWith('gol_') ? 'goal' : subject.startsWith('kpi_') ? 'kpi' : null
  if (kind) await requireFit(ctx, kind, subject)
}

export async function typeProgress(ctx: Ctx, { id, share, note }: In<typeof strategy.typeProgress>) {
  const row = await requireGoal(ctx, id)
  const objection = share === null ? null : whyNotType((await goal(ctx, { id })).progress.parts)
  if (objection) throw conflict(objection)

  const isOff = share === null
  await ctx.update('strategy_goals', id, {
    typed_share: share,
    typed_note: isOff ? null : note,
    typed_by: isOff ? null : ctx.actor.name,
    typed_at: isOff ? null : ctx.now,
  })
  const said = isOff ? 'nothing' : `${Math.round(share * 100)} %`
  await ctx.record(events.goalTyped, id, { what: row.name, share: said })

  return goal(ctx, { id })
}
