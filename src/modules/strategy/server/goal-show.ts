import { holds } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { parentsOf } from '../../trace/server/index.ts'
import type { strategy } from '../contract.ts'
import { levels, levelTitle, progressOf, whyNotType } from '../rules.ts'
import type { Goal, Part } from '../things/goal.ts'
import type { Kpi } from '../things/kpi.ts'
import { here } from './figures.ts'
import { periodLabel, requireGoal } from './goal-rows.ts'
import { toKpis } from './kpi-show.ts'
import type { GoalRow } from './tables.ts'

/** Everything a tree of goals is made of, read once. */
type Tree = {
  at: Awaited<ReturnType<typeof here>>
  rows: GoalRow[]
  parents: Awaited<ReturnType<typeof parentsOf>>
  kpis: Kpi[]
  kpiParents: Awaited<ReturnType<typeof parentsOf>>
}

async function treeOf(ctx: Ctx): Promise<Tree> {
  const rows = await ctx.db
    .selectFrom('strategy_goals')
    .selectAll()
    .orderBy('from_on')
    .orderBy('id')
    .execute()
  const signed = await ctx.db.selectFrom('strategy_kpis').selectAll().where('state', '=', 'signed').execute()
  const kpiParents = await parentsOf(
    ctx.db,
    'kpi',
    signed.map((row) => row.id),
  )
  return {
    at: await here(ctx),
    rows,
    parents: await parentsOf(
      ctx.db,
      'goal',
      rows.map((row) => row.id),
    ),
    kpis: await toKpis(
      ctx,
      signed.filter((row) => kpiParents.has(row.id)),
    ),
    kpiParents,
  }
}

/** What moves a goal: agreements in force and goals below that were not dropped. */
function partsOf(tree: Tree, id: string): Part[] {
  const kpis = tree.kpis
    .filter((one) => tree.kpiParents.get(one.id)?.id === id)
    .map(({ id: kpi, name, weight, standing }) => ({
      ...{ kind: 'kpi' as const, id: kpi, name, weight },
      ...{ share: standing.progress, course: standing.course, says: standing.says },
    }))
  const goals = tree.rows
    .filter((row) => row.state !== 'dropped' && tree.parents.get(row.id)?.id === id)
    .map((row) => {
      const { share, says } = progress(tree, row)
      return {
        kind: 'goal' as const,
        id: row.id,
        name: row.name,
        weight: row.weight,
        share,
        course: null,
        says,
      }
    })
  return [...kpis, ...goals]
}

const progress = (tree: Tree, row: GoalRow) =>
  progressOf(
    {
      ...{ from: row.from_on, to: row.to_on, state: row.state },
      typed: row.typed_share === null ? null : { share: row.typed_share, by: row.typed_by ?? '' },
    },
    partsOf(tree, row.id),
    tree.at.today,
  )

function toGoal(ctx: Ctx, tree: Tree, row: GoalRow): Goal {
  const found = progress(tree, row)
  const { from_on: from, to_on: to, typed_share: share } = row
  return {
    ...{ id: row.id, name: row.name, level: row.level, levelTitle: levelTitle(row.level) },
    description: row.description,
    period: { from, to, label: periodLabel(from, to, tree.at.calendar) },
    owner: row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name ?? '' },
    weight: row.weight,
    state: row.state,
    parent: tree.parents.get(row.id) ?? null,
    typed:
      share === null
        ? null
        : {
            share,
            note: row.typed_note ?? '',
            by: row.typed_by ?? '',
            at: row.typed_at?.toISOString() ?? '',
          },
    progress: found,
    ...{ version: row.version, changedBy: row.changed_by, changedAt: row.changed_at.toISOString() },
    can: { manage: holds(ctx.actor, 'strategy:manage'), whyNotType: whyNotType(found.parts) },
  }
}

/** Those above before those below, in the order of their levels and periods. */
export async function goals(ctx: Ctx, { state }: In<typeof strategy.goals>) {
  const tree = await treeOf(ctx)
  const depth = ({ level }: GoalRow) => levels.findIndex((one) => one.level === level)
  const rows = tree.rows
    .filter((row) => state === undefined || row.state === state)
    .sort((a, b) => depth(a) - depth(b))
  return { items: rows.map((row) => toGoal(ctx, tree, row)) }
}

export async function goal(ctx: Ctx, { id }: In<typeof strategy.goal>) {
  return toGoal(ctx, await treeOf(ctx), await requireGoal(ctx, id))
}

/** Those of these goals that exist. */
export async function goalsOf(ctx: Ctx, ids: string[]): Promise<Goal[]> {
  if (ids.length === 0) return []
  const tree = await treeOf(ctx)
  return tree.rows.filter((row) => ids.includes(row.id)).map((row) => toGoal(ctx, tree, row))
}
