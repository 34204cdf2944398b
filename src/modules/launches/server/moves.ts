import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid, missing } from '../../../kernel/errors.ts'
import { daysBetween } from '../../../methods/days.ts'
import { notify } from '../../activity/server/index.ts'
import { stepsAt } from '../../templates/server/index.ts'
import { type Hit, launches, type Serving, type Trial } from '../contract.ts'
import { hitWords, isOut, keptStart, trialWords, whyNotChange, whyNotDays } from '../rules.ts'
import { requireOpen } from './actions.ts'
import { around, servingOf } from './around.ts'
import { movesOf, requireLaunch, requireVersion } from './records.ts'
import { overlapsAt, show } from './show.ts'
import type { LaunchRow } from './tables.ts'

type To = { on: string; announceOn?: string | null | undefined }

/** A day of announcement that nobody spoke of stays. */
const announced = (row: LaunchRow, { announceOn }: To) =>
  announceOn === undefined ? row.announce_on : announceOn

function whyNotMove(row: LaunchRow, to: To): string | null {
  const isSame = to.on === row.launch_on && announced(row, to) === row.announce_on
  return (
    whyNotChange(row) ??
    (isSame ? `${row.name} launches on ${to.on} already. Choose another day.` : null) ??
    whyNotDays(to.on, announced(row, to))
  )
}

export async function tryMove(ctx: Ctx, { id, ...to }: In<typeof launches.tryMove>): Promise<Trial> {
  const row = await requireLaunch(ctx, id)
  const known = await around(ctx)
  const move = { from: row.launch_on, to: to.on, today: known.today }
  const hits: Hit[] = []
  if (move.from !== move.to)
    for (const one of servingOf(row, known).filter((each) => !isOut(each.state)))
      hits.push(await hitOf(ctx, one, move, known.nameOf))
  return {
    ...{ from: move.from, to: move.to, days: daysBetween(move.from, move.to) },
    ...{ hits, overlaps: await overlapsAt(ctx, id, to.on), says: trialWords(move, hits) },
    whyNot: whyNotMove(row, to),
  }
}

type Moving = { from: string; to: string; today: string }

async function hitOf(ctx: Ctx, one: Serving, move: Moving, nameOf: (id: string) => string): Promise<Hit> {
  const wouldStart = keptStart(one.startsOn, move)
  const isAhead = one.startsOn > move.today
  const { tooLate, lateBy } = isAhead ? await stepsAt(ctx, one.id, wouldStart) : { tooLate: [], lateBy: 0 }
  return {
    ...{ id: one.id, name: one.name, owner: one.owner.name, startsOn: one.startsOn, wouldStart },
    isApproved: one.state === 'approved',
    says: hitWords({ ...one, tooLate: tooLate.length, lateBy }, move),
    tooLate: tooLate.map(({ name, ownerId, due, says }) => ({
      ...{ name, due, says },
      owner: ownerId === null ? null : nameOf(ownerId),
    })),
  }
}

export async function move(ctx: Ctx, { id, reason, version, ...to }: In<typeof launches.move>) {
  const row = await requireLaunch(ctx, id)
  requireVersion(row, version)
  requireOpen(row)
  const objection = whyNotMove(row, to)
  if (objection) throw invalid(objection)

  const announceOn = announced(row, to)
  await ctx.insert('launches_moves', {
    ...{ id: ctx.id('lmv'), launch_id: id, version: version + 1, reason },
    ...{ from_on: row.launch_on, to_on: to.on, announce_from: row.announce_on, announce_to: announceOn },
    ...{ moved_by: ctx.actor.name, moved_at: ctx.now, undone_by: null, undone_at: null },
  })
  const days = { launch_on: to.on, announce_on: announceOn }
  await ctx.update('launches_records', id, { ...days, version: version + 1 })
  await ctx.record(launches.events.moved, id, { name: row.name, from: row.launch_on, to: to.on, reason })
  await tellOwners(ctx, row, {
    title: `${row.name} launches on ${to.on} instead of ${row.launch_on}`,
    why: `${ctx.actor.name}: ${reason}`,
  })

  return show(ctx, { id })
}

export async function undoMove(ctx: Ctx, { id }: { id: string }) {
  const found = await ctx.db.selectFrom('launches_moves').selectAll().where('id', '=', id).executeTakeFirst()
  if (!found) throw missing('This move')
  const row = await requireLaunch(ctx, found.launch_id)
  const [last] = await movesOf(ctx, row.id)
  if (found.undone_by !== null) throw conflict(`${found.undone_by} took this move back already.`)
  if (last?.id !== id || row.version !== found.version)
    throw conflict(`The launch of ${row.name} was changed since. Move it to ${found.from_on} instead.`)

  await ctx.update('launches_moves', id, { undone_by: ctx.actor.name, undone_at: ctx.now })
  const days = { launch_on: found.from_on, announce_on: found.announce_from }
  await ctx.update('launches_records', row.id, { ...days, version: row.version + 1 })
  await ctx.record(launches.events.moveUndone, row.id, { name: row.name, to: found.from_on })
  await tellOwners(ctx, row, {
    title: `${row.name} launches on ${found.from_on} after all`,
    why: `${ctx.actor.name} took the move to ${found.to_on} back.`,
  })

  return show(ctx, { id: row.id })
}

/** Everybody who owns a campaign that serves the launch, and its owner, except who does it. */
async function tellOwners(ctx: Ctx, row: LaunchRow, words: { title: string; why: string }): Promise<void> {
  const serving = servingOf(row, await around(ctx)).filter((one) => !isOut(one.state))
  const owners = new Set([row.owner_id, ...serving.map((one) => one.owner.id)])
  for (const id of owners)
    if (id !== ctx.actor.personId) await notify(ctx, id, { ...words, link: `/launches/${row.id}` })
}
