import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid } from '../../../kernel/errors.ts'
import { requirePerson } from '../../identity/server/index.ts'
import { linkUp, parentsOf } from '../../trace/server/index.ts'
import { strategy } from '../contract.ts'
import { whyNotType } from '../rules.ts'
import { here } from './figures.ts'
import { whyNotFit } from './fit.ts'
import { requireGoal } from './goal-rows.ts'
import { goal } from './goal-show.ts'
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
  for (const [kind, ids] of await childrenOf(ctx, row.id)) {
    for (const id of ids) {
      const objection = await whyNotFit(ctx.db, kind, id, row.id)
      if (objection) throw conflict(objection)
    }
  }
  const parent = (await parentsOf(ctx.db, 'goal', [row.id])).get(row.id)
  const objection = parent?.kind === 'goal' ? await whyNotFit(ctx.db, 'goal', row.id, parent.id) : null
  if (objection) throw conflict(objection)
}

/** What serves a goal and still counts: an agreement that was withdrawn or superseded holds nothing up. */
async function childrenOf(ctx: Ctx, id: string): Promise<['goal' | 'kpi', string[]][]> {
  const goals = await ctx.db.selectFrom('strategy_goals').select('id').execute()
  const kpis = await ctx.db
    .selectFrom('strategy_kpis')
    .select('id')
    .where('state', 'in', ['open', 'signed'])
    .execute()
  const under = async (kind: 'goal' | 'kpi', rows: { id: string }[]) => {
    const parents = await parentsOf(
      ctx.db,
      kind,
      rows.map((row) => row.id),
    )
    return [...parents].flatMap(([child, parent]) => (parent.id === id ? [child] : []))
  }
  return [
    ['goal', await under('goal', goals)],
    ['kpi', await under('kpi', kpis)],
  ]
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
