import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid } from '../../../kernel/errors.ts'
import { daysBetween } from '../../../methods/days.ts'
import { readableNames } from '../../trace/server/index.ts'
import { sprints } from '../contract.ts'
import { whyNotSpan } from '../rules.ts'
import { reconcile } from './reconcile.ts'
import { requirePlanned, requirePlanner } from './records.ts'
import { toSprint } from './show.ts'

const { events } = sprints

function requireSpan(span: { startsOn: string; endsOn: string }): void {
  const objection = whyNotSpan(span, daysBetween(span.startsOn, span.endsOn))
  if (objection) throw invalid(objection, [{ field: 'endsOn', message: 'does not fit' }])
}

async function requireGoal(ctx: Ctx, id: string | null | undefined): Promise<void> {
  if (id && !(await readableNames(ctx, 'goal', [id])).has(id))
    throw invalid('This goal is not there any more. Choose another.', [
      { field: 'goalId', message: 'is gone' },
    ])
}

export async function add(ctx: Ctx, said: In<typeof sprints.add>) {
  const team = await requirePlanner(ctx, said.teamId)
  requireSpan(said)
  await requireGoal(ctx, said.goalId)

  const row = await ctx.insert('sprints_records', {
    ...{ id: ctx.id('spr'), team_id: team.id, team_name: team.name, name: said.name, goal: said.goal },
    ...{ goal_id: said.goalId, starts_on: said.startsOn, ends_on: said.endsOn, measure: said.measure },
    ...{ focus: said.focus, state: 'planned' as const, capacity: null, started_at: null, started_by: null },
    ...{ closed_at: null, closed_by: null, passes: 1, made_by: ctx.actor.name, made_at: ctx.now, version: 1 },
  })
  await ctx.record(events.planned, row.id, { name: row.name })

  return toSprint(ctx, row)
}

export async function change(ctx: Ctx, { id, version, ...said }: In<typeof sprints.change>) {
  const row = await requirePlanned(ctx, { id, version })
  const span = { startsOn: said.startsOn ?? row.starts_on, endsOn: said.endsOn ?? row.ends_on }
  requireSpan(span)
  await requireGoal(ctx, said.goalId)
  const isFixed =
    span.startsOn !== row.starts_on ||
    span.endsOn !== row.ends_on ||
    (said.measure ?? row.measure) !== row.measure
  if (row.state !== 'planned' && isFixed)
    throw conflict(`${row.name} has begun: its days and its measure stay, so that it can be compared.`)

  const changed = await ctx.update('sprints_records', id, {
    ...{ name: said.name, goal: said.goal, goal_id: said.goalId, focus: said.focus },
    ...{ starts_on: span.startsOn, ends_on: span.endsOn, measure: said.measure, version: version + 1 },
  })
  await reconcile(ctx, [id])
  await ctx.record(events.changed, id, { name: changed!.name })

  return toSprint(ctx, changed!)
}
