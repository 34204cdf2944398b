import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { dayIn } from '../../../methods/days.ts'
import {
  agesAt,
  cumulativeFlow,
  littlesLaw,
  percentile,
  throughput,
  workInProgress,
} from '../../../methods/flow/index.ts'
import { workingDaysBetween } from '../../../methods/working-days.ts'
import { freeDaysOf } from '../../availability/server/index.ts'
import type { Flow, flow } from '../contract.ts'
import { isShort, weekEdges } from '../rules.ts'
import { type Gathered, gather, nameOf, windowOf } from './gather.ts'

type Window = { from: number; to: number }
const dayMs = 86_400_000
const isIn = (at: number | null, { from, to }: Window): at is number => at !== null && at >= from && at < to

export async function show(ctx: Ctx, asked: In<typeof flow.show>): Promise<Flow> {
  const all = await gather(ctx, asked)
  const { from, edges, window, zone } = await windowOf(ctx, asked, all)
  const cycle = cycleOf(all, window, zone)
  const days = cycle.map((one) => one.days)
  const percentiles = { p50: percentile(days, 0.5), p85: percentile(days, 0.85), p95: percentile(days, 0.95) }
  const { averageWip, throughput: rate, averageCycleTime, gap, isStable } = littlesLaw(all.flow, window)
  return {
    ...{ from, to: asked.to, items: all.items.length, cycle, percentiles },
    weeks: weeksOf(all, edges, zone),
    ages: agesOf(all, window.to, percentiles.p85, zone),
    bands: bandsOf(all, edges, asked.boardId),
    days: edges.map((at) => dayIn(zone, new Date(at))),
    little: { averageWip, throughput: rate, averageCycleTime, gap, isStable },
    given: await givenOf(ctx, all, { window, zone }),
  }
}

function cycleOf({ flow: items, byId }: Gathered, window: Window, zone: string): Flow['cycle'] {
  return items
    .filter((one) => one.startedAt !== null && isIn(one.doneAt, window))
    .sort((a, b) => a.doneAt! - b.doneAt!)
    .map((one) => ({
      ...nameOf(byId.get(one.id)),
      ...{ days: (one.doneAt! - one.startedAt!) / dayMs, day: dayIn(zone, new Date(one.doneAt!)) },
      note: byId.get(one.id)?.arrival === 'reactive' ? 'came in between' : 'planned',
    }))
}

/** By the week: what was added and done, planned and in between, and how much was begun at its end. */
function weeksOf({ flow: items, byId }: Gathered, edges: readonly number[], zone: string): Flow['weeks'] {
  const weeks = weekEdges(edges)
  const counted = (keep: (id: string) => boolean) =>
    throughput(
      items.filter((one) => keep(one.id)),
      weeks,
    )
  const done = counted(() => true)
  const reactive = counted((id) => byId.get(id)?.arrival === 'reactive')
  const wip = workInProgress(items, weeks)
  const added = throughput(
    [...byId.values()].map((one) => ({ id: one.id, startedAt: null, doneAt: one.made_at.getTime() })),
    weeks,
  )
  return done.map((count, at) => ({
    ...{ from: dayIn(zone, new Date(weeks[at]!)), added: added[at]!, done: count },
    ...{ planned: count - reactive[at]!, reactive: reactive[at]!, wip: wip[at + 1]! },
  }))
}

function agesOf(
  { flow: items, byId, stages }: Gathered,
  at: number,
  p85: number | null,
  zone: string,
): Flow['ages'] {
  const starts = new Map(items.map((one) => [one.id, one.startedAt ?? at]))
  return agesAt(items, at, p85).map(({ id, days, isOld }) => ({
    ...{ ...nameOf(byId.get(id)), days, isOld, day: dayIn(zone, new Date(starts.get(id) ?? at)) },
    note: stages.get(byId.get(id)?.stage_id ?? '')?.name ?? '',
  }))
}

const kinds = { waiting: 'Waiting', active: 'In work', done: 'Done' }

/** Of one board its stages, of several the kinds of stages; the last at the bottom. */
function bandsOf({ intervals, stages }: Gathered, edges: readonly number[], boardId?: string): Flow['bands'] {
  if (!boardId) {
    const byKind = intervals.map((one) => ({ ...one, stage: stages.get(one.stage)?.kind ?? 'waiting' }))
    return cumulativeFlow(byKind, ['done', 'active', 'waiting'], edges).map(({ stage, counts }) => ({
      ...{ stage: kinds[stage as keyof typeof kinds], counts },
    }))
  }
  const own = [...stages.values()].filter((one) => one.board_id === boardId).sort((a, b) => b.place - a.place)
  return cumulativeFlow(
    intervals,
    own.map((one) => one.id),
    edges,
  )
    .map(({ stage, counts }) => ({ stage: stages.get(stage)!.name, counts }))
    .filter((one) => one.counts.some((count) => count > 0))
}

/** How long before its due day work was asked for, beside what such work needed from asking to done. */
async function givenOf(ctx: Ctx, { items }: Gathered, { window, zone }: { window: Window; zone: string }) {
  const free = new Set((await freeDaysOf(ctx)).keys())
  const took = new Map<string, number[]>()
  for (const one of items) {
    if (!one.done_at) continue
    const days = workingDaysBetween(dayIn(zone, one.made_at), dayIn(zone, one.done_at), free)
    const known = took.get(one.type_id)
    if (known) known.push(days)
    else took.set(one.type_id, [days])
  }
  const needs = new Map([...took].map(([type, days]) => [type, percentile(days, 0.85)]))
  return items
    .filter((one) => one.due_on !== null && isIn(one.made_at.getTime(), window))
    .map((one) => {
      const days = workingDaysBetween(dayIn(zone, one.made_at), one.due_on!, free)
      const needed = needs.get(one.type_id) ?? null
      return {
        ...{ ...nameOf(one), days, day: dayIn(zone, one.made_at), note: `due on ${one.due_on}`, needed },
        isShort: isShort(days, needed),
      }
    })
    .sort((a, b) => a.days - b.days)
}
