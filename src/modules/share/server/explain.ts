import { tableFile } from '../../../engine/table-file.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { addDays } from '../../../methods/days.ts'
import { mondayOf } from '../../timesheets/rules.ts'
import type { share } from '../contract.ts'
import type { Worked } from '../rules.ts'
import { dutyOf, idsOf, toldItems } from './items.ts'
import { movesIn } from './moves.ts'
import { periodOf } from './show.ts'
import { type Whose, whoseOf } from './whose.ts'
import { plannedIn, weeksAhead, workedIn } from './worked.ts'

const sourceNames = { entries: 'Written down', stages: 'Time in active stages', plan: 'Planned' } as const

async function workOf(ctx: Ctx, { what, week }: { what: 'actual' | 'planned'; week?: string | undefined }) {
  if (what === 'planned') {
    const { plan, work } = await plannedIn(ctx)
    return { from: plan.first, to: addDays(plan.first, 7 * weeksAhead - 1), work: work as Worked[] }
  }
  const period = await periodOf(ctx)
  const from = week ? mondayOf(week) : period.from
  const to = week ? addDays(from, 6) : period.to
  return { from, to, work: await workedIn(ctx, from, to) }
}

/** By item and person where the asker leads the person, else by item alone. */
async function piecesOf(ctx: Ctx, whose: Whose, work: readonly Worked[]) {
  const told = await toldItems(ctx, idsOf(work))
  const pieces = new Map<
    string,
    {
      itemId: string | null
      name: string
      person: string | null
      minutes: number
      isVision: boolean
      source: string
    }
  >()
  for (const one of work) {
    const item = one.itemId ? told.get(one.itemId) : undefined
    const person = whose.isLed(one.personId) ? (whose.people.get(one.personId)?.name ?? null) : null
    const name = item?.name ?? dutyOf(one)
    const key = JSON.stringify([one.itemId ?? name, person, one.source])
    const known = pieces.get(key) ?? {
      ...{ itemId: item && !item.isHidden ? item.id : null, name, person, minutes: 0 },
      ...{ isVision: one.isVision, source: sourceNames[one.source] },
    }
    pieces.set(key, { ...known, minutes: known.minutes + one.minutes })
  }
  return [...pieces.values()].sort((a, b) => b.minutes - a.minutes)
}

export async function explain(ctx: Ctx, { isVision, ...asked }: In<typeof share.explain>) {
  const whose = await whoseOf(ctx, asked)
  const { from, to, work } = await workOf(ctx, asked)
  const own = work.filter(
    (one) => whose.has(one.personId) || (!whose.isFiltered && one.personId === 'nobody'),
  )
  const shown = isVision === undefined ? own : own.filter((one) => one.isVision === isVision)
  const sum = (all: readonly Worked[]) => all.reduce((minutes, one) => minutes + one.minutes, 0)
  return {
    ...{ from, to, total: sum(own), vision: sum(own.filter((one) => one.isVision)) },
    pieces: await piecesOf(ctx, whose, shown),
    moves: asked.what === 'planned' && !whose.isFiltered ? await movesIn(ctx, own) : [],
  }
}

export async function exportPieces(ctx: Ctx, { format, ...asked }: In<typeof share.exportPieces>) {
  const { pieces, from } = await explain(ctx, asked)
  return tableFile(format, {
    name: `vision-share-${asked.what}-${from}`,
    heading: ['What', 'Person', 'Hours', 'Vision', 'Comes from'],
    rows: pieces.map((one) => [
      ...[one.name, one.person ?? '', Math.round((one.minutes / 60) * 100) / 100],
      ...[one.isVision ? 'yes' : 'no', one.source],
    ]),
  })
}
