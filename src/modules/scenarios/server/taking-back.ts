import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden } from '../../../kernel/errors.ts'
import type { Line } from '../../budget/contract.ts'
import { isHeadcount } from '../../budget/rules.ts'
import {
  lines as budgetLines,
  edit,
  logChanges,
  maySee,
  removeLine,
  restoreLine,
  transferAll,
  whyNotTogether,
} from '../../budget/server/index.ts'
import { scenarios } from '../contract.ts'
import type { Adoption } from './adoption.ts'
import { shown } from './making.ts'
import { requireScenario, rowsOf, whyNotDecides } from './reading.ts'
import type { RecordRow } from './tables.ts'

/** Take an adoption back, as long as nothing moved on its lines since: all of it, or a sentence and nothing. */
export async function takeBack(ctx: Ctx, { id }: In<typeof scenarios.takeBack>) {
  const row = await requireScenario(ctx, id)
  const mayNot = whyNotDecides(ctx)
  if (mayNot) throw forbidden(mayNot)
  if (row.state !== 'adopted' || !row.adoption)
    throw conflict(`“${row.name}” is not adopted; nothing to take back.`)
  const { adoption } = row
  const { year, lines } = await budgetLines(ctx, { year: row.year_id })
  const now = new Map(lines.map((line) => [line.id, line]))
  requireUnmoved(ctx, row, now)
  await requireAuthority(ctx, row, now)

  const reason = `Took back the scenario “${row.name}”`
  await moveBack(ctx, row, reason)
  await logBack(ctx, row, reason)
  for (const lineId of adoption.added) await removeLine(ctx, { id: lineId })
  for (const lineId of adoption.dropped) await restoreLine(ctx, { id: lineId })
  const back = adoption.undo.map(({ version: _, ...one }) => one)
  if (back.length > 0) await edit(ctx, { year: year!.id, edits: back, guardReason: '' })
  await ctx.update('scenarios_records', id, {
    ...{ state: 'open', adopted_by: null, adopted_at: null, adoption: null },
    ...{ version: row.version + 1, changed_by: ctx.actor.name, changed_at: ctx.now },
  })
  const after = await seeAgain(ctx, row)
  // What it had done to headcount lines, to those it had added as well, is kept in the row.
  const touched = touchedBy(adoption)
  if ([...lines, ...after].some((line) => isHeadcount(line) && touched.has(line.id)))
    await ctx.record(scenarios.events.headcountChanged, id, { what: row.name })
  await ctx.record(scenarios.events.takenBack, id, { what: row.name })

  return shown(ctx, id)
}

type Now = Map<string, Line>

/** The lines that an adoption added or changed. */
const touchedBy = ({ gains, added }: Adoption): Set<string> =>
  new Set([...added, ...gains.map((one) => one.lineId)])

function requireUnmoved(ctx: Ctx, { name, adoption }: RecordRow, now: Now): void {
  const { versions, added } = adoption!
  const isHidden = versions.some((one) => !now.has(one.id)) && !maySee(ctx, { kind: 'people' })
  if (isHidden)
    throw forbidden(
      `“${name}” changed lines that you may not read. Somebody who may read them takes it back.`,
    )
  for (const { id, version } of versions) {
    const line = now.get(id)
    if (line?.version === version && (line.load === 0 || !added.includes(id))) continue
    throw conflict(
      `${line ? `“${line.name}” was changed or spent on` : 'A line was removed'} since “${name}” was adopted; it is not taken back. Make a new scenario instead.`,
    )
  }
}

/** All that goes back is one decision, as adopting it was: no limit is passed in slices. */
async function requireAuthority(ctx: Ctx, { adoption }: RecordRow, now: Now): Promise<void> {
  const moved = adoption!.moves.flatMap(({ toId, toMinor: minor }) => {
    const taker = now.get(toId)
    return taker ? [{ minor, currency: taker.currency }] : []
  })
  const touched = touchedBy(adoption!)
  const lines = [...now.values()].filter((line) => touched.has(line.id))
  const objection = await whyNotTogether(ctx, { moved, lines })
  if (objection) throw conflict(objection)
}

/** Every transfer the other way round; refused where a rate changed since, as the amounts would be others. */
async function moveBack(ctx: Ctx, { name, adoption }: RecordRow, reason: string): Promise<void> {
  const moves = [...adoption!.moves].reverse()
  const turned = moves.map(({ fromId, toId, toMinor }) => ({ fromId: toId, toId: fromId, minor: toMinor }))
  const back = await transferAll(ctx, turned, { reason, guardReason: reason })
  if (back.some((one, at) => one.toMinor !== moves[at]!.minor))
    throw conflict(
      `An exchange rate changed since “${name}” was adopted; move the budget back with transfers.`,
    )
}

async function logBack(ctx: Ctx, { id, adoption }: RecordRow, reason: string): Promise<void> {
  const gone = new Set(adoption!.dropped)
  const what = 'As it was before the scenario'
  await logChanges(
    ctx,
    adoption!.gains
      .filter((one) => !gone.has(one.lineId))
      .map(({ lineId, minor }) => ({
        ...{ lineId, minor: -minor, subject: id, what, reason },
        verdict: 'taken back' as const,
      })),
  )
}

/** Its lines are at new versions now, and say what they said: the scenario has seen them. Answers those lines. */
async function seeAgain(ctx: Ctx, { id, year_id: year, adoption }: RecordRow): Promise<Line[]> {
  const { lines } = await budgetLines(ctx, { year })
  const touched = touchedBy(adoption!)
  const own = lines.filter((line) => touched.has(line.id))
  const versions = new Map(own.map((line) => [line.id, line.version]))
  const seen = (await rowsOf(ctx, [id])).flatMap((row) => {
    const version = versions.get(row.line_id ?? '')
    return version === undefined ? [] : [{ id: row.id, seen_version: version }]
  })
  await ctx.updateAll('scenarios_lines', seen)
  return own
}
