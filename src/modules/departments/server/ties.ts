import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { invalid } from '../../../kernel/errors.ts'
import type { Goal, Kpi } from '../../strategy/contract.ts'
import { goalsOf, kpisOf } from '../../strategy/server/index.ts'
import { linkUp, parentsOf, traced } from '../../trace/server/index.ts'
import type { Tie, Tied } from '../things/page.ts'

const idsOf = (ties: readonly Tie[], kind: Tie['kind']): string[] =>
  ties.filter((one) => one.kind === kind).map((one) => one.id)

/** What a page is tied to as it stands at this moment, as far as the asker may see it. */
export async function tiedOf(ctx: Ctx, ties: readonly Tie[]): Promise<Tied[]> {
  if (ties.length === 0) return []
  if (!holds(ctx.actor, 'strategy:read')) return ties.map(unseen)
  const goals = new Map((await goalsOf(ctx, idsOf(ties, 'goal'))).map((one) => [one.id, one]))
  const kpis = new Map((await kpisOf(ctx, idsOf(ties, 'kpi'))).map((one) => [one.id, one]))
  return ties.map((tie) => {
    const [goal, kpi] = [goals.get(tie.id), kpis.get(tie.id)]
    if (tie.kind === 'goal' && goal) return goalTie(tie, goal)
    return tie.kind === 'kpi' && kpi ? kpiTie(tie, kpi) : unseen(tie)
  })
}

const unseen = (tie: Tie): Tied => ({
  ...tie,
  ...{ name: null, path: null, share: null, course: null, figure: null },
  says: 'You may not see it.',
})

const goalTie = (tie: Tie, { name, progress }: Goal): Tied => ({
  ...tie,
  ...{ name, path: `/goals/${tie.id}`, share: progress.share, course: null, figure: null },
  says: progress.says,
})

function kpiTie(tie: Tie, { name, definition, standing, target, state }: Kpi): Tied {
  const { metric, unit, currency, where, kind } = definition
  const { since, on } = standing
  return {
    ...tie,
    ...{ name, path: `/kpis/${tie.id}`, share: standing.progress, course: standing.course },
    figure: {
      ...{ value: standing.actual, target, unit, currency, isOutcome: kind === 'outcome' },
      explain:
        metric !== null && since !== null && on !== null ? { metric, from: since, to: on, where } : null,
    },
    says: state === 'signed' || state === 'open' ? standing.says : `The agreement is ${state}.`,
  }
}

/** Every tie leads to something that is there. */
export async function requireTies(ctx: Ctx, ties: readonly Tie[]): Promise<void> {
  for (const kind of ['goal', 'kpi'] as const) {
    const ids = idsOf(ties, kind)
    const known = ids.length > 0 ? await ctx.use(traced).get(kind)?.named(ctx.db, ids) : undefined
    if (ids.some((id) => !known?.has(id)))
      throw invalid('One of the goals and KPI agreements it is tied to is not there. Choose it anew.')
  }
  if (new Set(ties.map((one) => one.id)).size < ties.length)
    throw invalid('The page is tied to the same thing twice. Take one of them out.')
}

/** A page that leads up to nothing yet leads up to the first goal it is tied to. */
export async function linkToGoal(ctx: Ctx, id: string, ties: readonly Tie[]): Promise<void> {
  const goal = ties.find((one) => one.kind === 'goal')
  if (!goal || (await parentsOf(ctx.db, 'department', [id])).has(id)) return
  await linkUp(ctx, { kind: 'department', id }, { kind: 'goal', id: goal.id })
}
