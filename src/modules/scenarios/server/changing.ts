import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid } from '../../../kernel/errors.ts'
import { isHeadcount, whyNotPositive } from '../../budget/rules.ts'
import { converted, today } from '../../budget/server/index.ts'
import { type LineEdit, scenarios } from '../contract.ts'
import { freeFrom, scaled, spread, whyNotVersion } from '../rules.ts'
import { requireMonths, requireOpen, touch } from './making.ts'
import { amounts, rowsOf } from './reading.ts'
import type { RecordRow, ScenarioLineRow } from './tables.ts'

type Routes = typeof scenarios

/** Many cells of many lines in one command: all of it, or a sentence and nothing. */
export async function edit(ctx: Ctx, { id, edits }: In<Routes['edit']>) {
  const row = await requireOpen(ctx, id)
  const rows = new Map((await rowsOf(ctx, [id])).map((one) => [one.id, one]))
  if (new Set(edits.map((one) => one.id)).size !== edits.length)
    throw invalid('A line is named twice; put its changes into one.')
  for (const one of edits) {
    const own = rows.get(one.id)
    if (!own) throw invalid(`The line ${one.id} is not in “${row.name}”, or is not yours to see.`)
    const seen = one.version ?? own.version
    const objection = whyNotVersion(seen, own.version, row.changed_by, own.name)
    if (objection) throw conflict(objection)
  }
  return write(
    ctx,
    row,
    edits.map((one) => ({ own: rows.get(one.id)!, one })),
  )
}

type Change = { own: ScenarioLineRow; one: LineEdit }

async function write(ctx: Ctx, row: RecordRow, changes: Change[]) {
  const versions: { id: string; version: number }[] = []
  const undo: LineEdit[] = []
  for (const isThose of [true, false]) {
    const part = changes.filter(({ own }) => isHeadcount(own) === isThose)
    const written = part.map(toWritten)
    await ctx.updateAll('scenarios_lines', written)
    versions.push(...written.map(({ id, version }) => ({ id, version })))
    undo.push(...part.map(({ own, one }) => reverse(own, one)))
    // What is said of headcount is for those alone who may read it, and so are the columns an event carries.
    if (isThose && part.length > 0)
      await ctx.record(scenarios.events.headcountChanged, row.id, { what: row.name })
  }
  await touch(ctx, row)
  await ctx.record(scenarios.events.changed, row.id, { what: row.name })
  return { versions, undo }
}

const toWritten = ({ own, one }: Change) => ({
  ...{ id: own.id, version: own.version + 1 },
  ...(one.months ? { months: laid(own, one.months) } : {}),
  ...(one.isDropped === undefined ? {} : { is_dropped: one.isDropped }),
})

function laid(own: ScenarioLineRow, cells: Record<string, number>): string[] {
  const after = amounts(own.months)
  for (const [at, minor] of Object.entries(cells)) after[Number(at)] = minor
  return requireMonths(after, own.name)
}

/** The edit that puts back what this one changed. */
const reverse = (own: ScenarioLineRow, one: LineEdit): LineEdit => ({
  ...{ id: own.id, version: own.version + 1 },
  ...(one.months
    ? {
        months: Object.fromEntries(Object.keys(one.months).map((at) => [at, Number(own.months[Number(at)])])),
      }
    : {}),
  ...(one.isDropped === undefined ? {} : { isDropped: own.is_dropped }),
})

/** The cells in which two rows of months differ. */
const cellsOf = (before: readonly number[], after: readonly number[]): Record<string, number> =>
  Object.fromEntries([...after.entries()].filter(([at, minor]) => minor !== before[at]))

const toChange = (own: ScenarioLineRow, months: number[]): Change => ({
  own,
  one: { id: own.id, months: cellsOf(amounts(own.months), months) },
})

export async function scale(ctx: Ctx, { id, area, percent, fromMonth }: In<Routes['scale']>) {
  const row = await requireOpen(ctx, id)
  const rows = (await rowsOf(ctx, [id])).filter(
    (own) => !own.is_dropped && (area === undefined || own.area === area),
  )
  const changes = rows
    .map((own) => toChange(own, scaled(amounts(own.months), percent, fromMonth)))
    .filter(({ one }) => Object.keys(one.months ?? {}).length > 0)
  if (changes.length === 0)
    throw conflict(
      `Nothing changes: ${area === undefined ? 'no line' : `no line of “${area}”`} has an amount from that month on that ${percent} % would change.`,
    )
  return write(ctx, row, changes)
}

export async function move(ctx: Ctx, { id, fromId, toId, minor, fromMonth }: In<Routes['move']>) {
  const row = await requireOpen(ctx, id)
  const rows = await rowsOf(ctx, [id])
  const [from, to] = [fromId, toId].map((one) => rows.find((own) => own.id === one))
  if (!from || !to) throw invalid(`A line is not in “${row.name}”, or is not yours to see.`)
  if (from.id === to.id) throw invalid('Choose another line to move the amount to.')
  const dropped = [from, to].find((own) => own.is_dropped)
  if (dropped) throw conflict(`“${dropped.name}” is dropped in this scenario. Take it back first.`)
  const free = freeFrom(amounts(from.months), fromMonth)
  const objection = whyNotPositive(minor, from.currency)
  if (objection) throw invalid(objection)
  if (minor > free)
    throw conflict(
      `“${from.name}” has less than that from this month on. Move less, or from an earlier month.`,
    )
  const gained = await converted(ctx, minor, from.currency, to.currency, await today(ctx))

  return write(ctx, row, [
    toChange(from, spread(amounts(from.months), -minor, fromMonth)),
    toChange(to, spread(amounts(to.months), gained, fromMonth)),
  ])
}
