import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { dayIn } from '../../../methods/days.ts'
import type { Stay } from '../../work/server/index.ts'
import type { Adherence, flow } from '../contract.ts'
import { isLate, medianOf } from '../rules.ts'
import { type Gathered, gather, nameOf, windowOf } from './gather.ts'

const dayMs = 86_400_000
type Stood = { stay: Stay; days: number }

/** How the workflow was kept: what was jumped over with which reason, what stayed too long. Nobody is ranked. */
export async function adherence(ctx: Ctx, asked: In<typeof flow.adherence>): Promise<Adherence> {
  const all = await gather(ctx, asked)
  const { window, zone } = await windowOf(ctx, asked, all)
  const stood = all.stays
    .filter(
      (one) => one.enteredAt.getTime() < window.to && (one.leftAt?.getTime() ?? window.to) >= window.from,
    )
    .map((stay) => ({
      stay,
      days: ((stay.leftAt?.getTime() ?? window.to) - stay.enteredAt.getTime()) / dayMs,
    }))
  return {
    stages: stagesOf(all, stood),
    skips: skipsOf(all, stood, zone),
    late: lateOf(all, stood, zone),
    handoffs: handoffsOf(all, stood),
  }
}

const mostOf = ({ stages }: Gathered, stay: Stay): number | null =>
  stages.get(stay.stageId)?.most_days ?? null

function stagesOf(all: Gathered, stood: readonly Stood[]): Adherence['stages'] {
  return [...all.stages.values()]
    .filter((one) => one.kind !== 'done')
    .map((stage) => {
      const here = stood.filter((one) => one.stay.stageId === stage.id)
      const jumped = stood.filter(
        ({ stay }) =>
          all.stages.get(stay.stageId)?.board_id === stage.board_id && stay.skipped.includes(stage.name),
      )
      return {
        ...{ board: all.boards.get(stage.board_id)?.name ?? '', stage: stage.name, passed: here.length },
        ...{ skipped: jumped.length, medianDays: medianOf(here.map((one) => one.days)) },
        late: here.filter(({ days }) => isLate({ days, most: stage.most_days })).length,
      }
    })
    .filter((one) => one.passed + one.skipped > 0)
}

const lineOf = ({ byId }: Gathered, { stay, days }: Stood, zone: string) => ({
  ...{ ...nameOf(byId.get(stay.itemId)), days, day: dayIn(zone, stay.enteredAt), note: stay.reason },
})

const skipsOf = (all: Gathered, stood: readonly Stood[], zone: string): Adherence['skips'] =>
  stood
    .filter(({ stay }) => stay.skipped.length > 0)
    .map((one) => ({ ...lineOf(all, one, zone), stage: one.stay.skipped.join(', '), by: one.stay.by }))

const lateOf = (all: Gathered, stood: readonly Stood[], zone: string): Adherence['late'] =>
  stood
    .flatMap((one) => {
      const most = mostOf(all, one.stay)
      if (most === null || !isLate({ days: one.days, most })) return []
      return { ...lineOf(all, one, zone), stage: all.stages.get(one.stay.stageId)?.name ?? '', most }
    })
    .sort((a, b) => b.days - b.most - (a.days - a.most))

/** Items that went from one board to another, and how long they waited where they arrived. */
function handoffsOf(all: Gathered, stood: readonly Stood[]): Adherence['handoffs'] {
  const boardOf = (stay: Stay) => all.stages.get(stay.stageId)?.board_id ?? ''
  const found = new Map<string, { from: string; to: string; waits: number[] }>()
  const arrivals = new Map(stood.map((one) => [one.stay, one]))
  const last = new Map<string, Stay>()
  for (const one of all.stays) {
    const before = last.get(one.itemId)
    last.set(one.itemId, one)
    const arrived = arrivals.get(one)
    if (!before || !arrived || boardOf(before) === boardOf(one)) continue
    const [from, to] = [boardOf(before), boardOf(one)].map(
      (id) => all.boards.get(id)?.name ?? 'A board that is gone',
    )
    const key = `${from} ${to}`
    const known = found.get(key) ?? { from: from!, to: to!, waits: [] }
    known.waits.push(arrived.days)
    found.set(key, known)
  }
  return [...found.values()].map(({ from, to, waits }) => ({
    ...{ from, to, items: waits.length, medianWait: medianOf(waits) },
  }))
}
