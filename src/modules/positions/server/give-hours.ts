import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid } from '../../../kernel/errors.ts'
import { type HoursEdit, positions } from '../contract.ts'
import { isFunded } from '../rules.ts'
import { givenIn, type HoursYear, toHoursPosition, yearOf } from './hours.ts'
import { settleShares } from './shares.ts'
import { rowsOf } from './show.ts'
import type { HoursDbRow, PositionRow } from './tables.ts'
import { requireTargets } from './targets.ts'

const keyOf = (one: { kind: string; targetId: string; monthOn: string; positionId: string }): string =>
  `${one.positionId} ${one.kind} ${one.targetId} ${one.monthOn}`
const storedKey = (row: HoursDbRow): string =>
  keyOf({ positionId: row.position_id, kind: row.kind, targetId: row.target_id, monthOn: row.month_on })

/** Many months of many positions in one command: all of it, or a sentence and nothing. */
export async function setHours(ctx: Ctx, { edits }: In<typeof positions.setHours>) {
  const keys = edits.map(keyOf)
  if (new Set(keys).size !== keys.length) throw invalid('A month is named twice; say it once.')
  const known = new Map((await rowsOf(ctx)).map((row) => [row.id, row]))
  for (const one of edits) requireGiver(known, one.positionId)
  await requireTargets(
    ctx,
    edits.map(({ kind, targetId: id }) => ({ kind, id })),
  )
  const over: string[] = []
  const undo: HoursEdit[] = []
  for (const year of await yearsOf(ctx, edits)) {
    const own = edits.filter((one) => year.months.includes(one.monthOn))
    undo.push(...(await writeYear(ctx, year, own)))
    over.push(...(await settle(ctx, year, own, known)))
  }
  const named = [...new Set(edits.map((one) => one.positionId))].map((id) => known.get(id)!.title)
  const what = named.length === 1 ? named[0]! : `${named[0]} and ${named.length - 1} more`
  if (undo.length > 0) await ctx.record(positions.events.hoursSet, edits[0]!.positionId, { what })

  return { changed: undo.length, undo, over }
}

function requireGiver(known: Map<string, PositionRow>, id: string): void {
  const row = known.get(id)
  if (!row) throw invalid(`There is no position ${id}.`)
  if (!isFunded(row.state)) throw conflict(`“${row.title}” is not approved; it has no hours to give before.`)
}

/** The fiscal years that the months belong to; every month by its first day. */
async function yearsOf(ctx: Ctx, edits: HoursEdit[]): Promise<HoursYear[]> {
  const years = new Map<string, HoursYear>()
  for (const month of new Set(edits.map((one) => one.monthOn))) {
    const year = await yearOf(ctx, month)
    if (!year.months.includes(month))
      throw invalid(
        `${month} is not the first day of a month of ${year.label}; its months begin on ${year.months.join(', ')}.`,
      )
    years.set(year.label, year)
  }
  return [...years.values()]
}

async function writeYear(ctx: Ctx, year: HoursYear, edits: HoursEdit[]): Promise<HoursEdit[]> {
  const stored = new Map((await givenIn(ctx, year)).map((row) => [storedKey(row), row]))
  const undo: HoursEdit[] = []
  for (const { was, minutes, share, ...which } of edits) {
    const row = stored.get(keyOf(which))
    if (was !== undefined && was !== (row?.minutes ?? 0))
      throw conflict(
        `${row?.changed_by ?? 'Somebody'} changed ${which.monthOn.slice(0, 7)} since you loaded it. Load the hours again and repeat your change.`,
      )
    if (isSame(row, minutes, share)) continue
    undo.push({
      ...which,
      ...(row?.share_points ? { share: row.share_points } : { minutes: row?.minutes ?? 0 }),
    })
    await write(ctx, row, which, { minutes: minutes ?? 0, share_points: share ?? null })
  }
  return undo
}

const isSame = (
  row: HoursDbRow | undefined,
  minutes: number | undefined,
  share: number | undefined,
): boolean =>
  share !== undefined
    ? (row?.share_points ?? (row ? null : 0)) === share
    : (row?.minutes ?? 0) === minutes && (row?.share_points ?? null) === null

type Which = Pick<HoursEdit, 'positionId' | 'kind' | 'targetId' | 'monthOn'>

async function write(
  ctx: Ctx,
  row: HoursDbRow | undefined,
  which: Which,
  said: { minutes: number; share_points: number | null },
): Promise<void> {
  if (row && said.minutes === 0 && !said.share_points) {
    await ctx.delete('positions_hours', row.id)
    return
  }
  const by = { changed_by: ctx.actor.name, changed_at: ctx.now }
  if (row) await ctx.update('positions_hours', row.id, { ...said, ...by })
  else
    await ctx.insert('positions_hours', {
      ...{ id: ctx.id('phr'), position_id: which.positionId, kind: which.kind },
      ...{ target_id: which.targetId, month_on: which.monthOn, ...said, ...by },
    })
}

/** Shares of the months that were touched become minutes together; answers what is promised too often. */
async function settle(
  ctx: Ctx,
  year: HoursYear,
  edits: HoursEdit[],
  known: Map<string, PositionRow>,
): Promise<string[]> {
  const ids = [...new Set(edits.map((one) => one.positionId))]
  for (const id of ids) {
    const months = new Set(edits.filter((one) => one.positionId === id).map((one) => one.monthOn))
    await settleShares(ctx, known.get(id)!, (month) => months.has(month))
  }
  const after = await givenIn(ctx, year)
  return ids.flatMap((id) => toHoursPosition(known.get(id)!, after, year).over.filter((one) => one !== null))
}
