import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden } from '../../../kernel/errors.ts'
import { inWords, isHeadcount } from '../../budget/rules.ts'
import {
  addLines,
  lines as budgetLines,
  edit,
  logChanges,
  removeLine,
  transferAll,
} from '../../budget/server/index.ts'
import { scenarios } from '../contract.ts'
import { isAdded, isChanged, type Left, movesOf, type Pair, saidOf, whyNotVersion } from '../rules.ts'
import type { Adoption } from './adoption.ts'
import { conflictsIn } from './conflicts.ts'
import { gainsIn } from './gains.ts'
import { requireOpen, shown } from './making.ts'
import { hasHiddenChanges, type Standing, standingOf, whyNotDecides } from './reading.ts'
import type { RecordRow } from './tables.ts'

/** Make the budget what the scenario says, by the budget’s own commands: all of it, or the conflicts and nothing. */
export async function adopt(ctx: Ctx, { id, version, reason }: In<typeof scenarios.adopt>) {
  const row = await requireOpen(ctx, id)
  const standing = await standingOf(ctx, row)
  await requireAdoptable(ctx, standing, version)

  const changed = standing.pairs.filter(isChanged)
  const ids = await addAll(ctx, standing, changed)
  const undo = await writeMonths(ctx, standing, changed)
  const moves =
    standing.frame.state === 'approved' ? await moveAll(ctx, { standing, changed, ids, reason }) : null
  const dropped = standing.frame.state === 'draft' ? await dropAll(ctx, standing, changed) : []
  const gains = await logAll(ctx, { standing, changed, ids, reason })
  const added = [...ids.values(), ...(moves?.released ?? [])]
  const touched = [...new Set([...gains.map((one) => one.lineId), ...added])]
  const adoption = { undo, added, dropped, moves: moves?.done ?? [], gains }
  await keep(ctx, row, { ...adoption, versions: await versionsOf(ctx, row, touched) })
  // What it did to headcount lines is kept in the row; the event that carries it is for those who may read them.
  if (changed.some(isHeadcount)) await ctx.record(scenarios.events.headcountChanged, id, { what: row.name })
  await ctx.record(scenarios.events.adopted, id, { what: row.name, reason })

  return shown(ctx, id)
}

async function requireAdoptable(ctx: Ctx, standing: Standing, version: number): Promise<void> {
  const { row, pairs } = standing
  const mayNot = whyNotDecides(ctx)
  if (mayNot) throw forbidden(mayNot)
  const objection = whyNotVersion(version, row.version, row.changed_by, row.name)
  if (objection) throw conflict(objection)
  if (await hasHiddenChanges(ctx, row.id))
    throw forbidden(
      `“${row.name}” changes lines that you may not read. Somebody who may read them adopts it.`,
    )
  if (!pairs.some(isChanged))
    throw conflict(`“${row.name}” says what the copy said; there is nothing to adopt.`)
  const found = await conflictsIn(ctx, standing)
  if (found.length > 0)
    throw conflict(
      `“${row.name}” cannot be adopted; nothing was changed. ${found
        .slice(0, 10)
        .map((one) => one.says)
        .join(' ')}${found.length > 10 ? ` And ${found.length - 10} more.` : ''}`,
    )
}

/** New lines first, so that budget can be moved to them; answers their ids by those of the scenario. */
async function addAll(
  ctx: Ctx,
  { rows, frame, year }: Standing,
  changed: Pair[],
): Promise<Map<string, string>> {
  const fresh = changed.filter((pair) => isAdded(pair) && !pair.isDropped)
  if (fresh.length === 0) return new Map()
  const lines = fresh.map((pair) => {
    const { name, area, programme, campaign, kind, channel, currency } = rows.find(
      (row) => row.id === pair.id,
    )!
    const months = [...saidOf(pair)]
    return {
      ...{ name, area, programme, campaign, channel, currency, kind: kind as 'other', note: '' },
      ...{ ownerId: null, isPlaceholder: false, purpose: null },
      ...(frame.state === 'draft' ? { plan: months } : { forecast: months }),
    }
  })
  const { ids } = await addLines(ctx, { year: year.id, lines })
  return new Map(fresh.map((pair, at) => [pair.id, ids[at]!]))
}

/** The lines of the budget that stay, with the months they get. */
async function writeMonths(
  ctx: Ctx,
  { rows, frame, year }: Standing,
  changed: Pair[],
): Promise<Adoption['undo']> {
  const edits = changed
    .filter((pair) => !isAdded(pair) && !(pair.isDropped && frame.state === 'draft'))
    .map((pair) => {
      const months = Object.fromEntries(saidOf(pair).entries())
      const id = rows.find((row) => row.id === pair.id)!.line_id!
      const version = pair.now!.version
      return { id, version, ...(frame.state === 'draft' ? { plan: months } : { forecast: months }) }
    })
  return edits.length === 0 ? [] : (await edit(ctx, { year: year.id, edits, guardReason: '' })).undo
}

async function dropAll(ctx: Ctx, { rows }: Standing, changed: Pair[]): Promise<string[]> {
  const dropped = changed.filter((pair) => pair.isDropped && !isAdded(pair))
  const ids = dropped.map((pair) => rows.find((row) => row.id === pair.id)!.line_id!)
  for (const id of ids) await removeLine(ctx, { id })
  return ids
}

type Deciding = { standing: Standing; changed: Pair[]; ids: Map<string, string>; reason: string }

const lineOf = ({ standing, ids }: Deciding, pair: Pick<Pair, 'id'>): string =>
  ids.get(pair.id) ?? standing.rows.find((row) => row.id === pair.id)?.line_id ?? ''

const because = ({ standing, reason }: Deciding): string =>
  `Scenario “${standing.row.name}”: ${reason}`.slice(0, 500)

/** Budget from the lines that give to those that gain; what is left over is reserved on a placeholder. */
async function moveAll(ctx: Ctx, deciding: Deciding) {
  const { standing, changed } = deciding
  const { gains } = await gainsIn(ctx, { pairs: changed, frame: standing.frame })
  const { moves, left } = movesOf(gains.map((one) => ({ ...one, id: lineOf(deciding, one) })))
  const released = await placeholders(ctx, standing, left)
  const reserved = left.map((one) => ({
    fromId: one.id,
    toId: released.get(one.currency)!,
    minor: one.minor,
  }))
  const reason = because(deciding)
  const all = [...moves, ...reserved]
  const made = await transferAll(ctx, all, { reason, guardReason: reason })
  const done: Adoption['moves'] = all.map((one, at) => ({ ...one, toMinor: made[at]!.toMinor }))
  return { done, released: [...released.values()] }
}

async function placeholders(ctx: Ctx, { row, year }: Standing, left: Left[]): Promise<Map<string, string>> {
  const currencies = [...new Set(left.map((one) => one.currency))]
  if (currencies.length === 0) return new Map()
  const none = {
    area: 'Released',
    programme: '',
    campaign: '',
    channel: '',
    ownerId: null,
    purpose: null,
    kind: 'other' as const,
  }
  const lines = currencies.map((currency) => ({
    ...{ ...none, currency, isPlaceholder: true, note: `What the scenario “${row.name}” set free.` },
    name: `Released by ${row.name}`.slice(0, 200),
  }))
  const { ids } = await addLines(ctx, { year: year.id, lines })
  return new Map(currencies.map((currency, at) => [currency, ids[at]!]))
}

/** Each line that changed, on the decision log with what it rested on. */
async function logAll(ctx: Ctx, deciding: Deciding): Promise<Adoption['gains']> {
  const { standing, changed } = deciding
  const gains: Adoption['gains'] = []
  const changes = []
  for (const pair of changed) {
    const lineId = lineOf(deciding, pair)
    if (!lineId) continue
    const sum = (months: readonly number[]) => months.reduce((all, one) => all + one, 0)
    const minor = sum(saidOf(pair)) - sum(pair.base)
    const what = `${pair.name}: from ${inWords(sum(pair.base), pair.currency)} to ${inWords(sum(saidOf(pair)), pair.currency)}`
    const about = { lineId, what, minor, subject: standing.row.id, reason: because(deciding) }
    changes.push({ ...about, verdict: 'adopted' as const })
    gains.push({ lineId, minor })
  }
  await logChanges(ctx, changes)
  return gains
}

const keep = (ctx: Ctx, row: RecordRow, adoption: Adoption) =>
  ctx.update('scenarios_records', row.id, {
    ...{ state: 'adopted', adopted_by: ctx.actor.name, adopted_at: ctx.now, version: row.version + 1 },
    adoption: JSON.stringify(adoption),
  })

/** The versions that lines have now; removed ones have left the budget. */
async function versionsOf(ctx: Ctx, row: RecordRow, ids: string[]): Promise<Adoption['versions']> {
  const { lines } = await budgetLines(ctx, { year: row.year_id })
  const touched = new Set(ids)
  return lines.filter((line) => touched.has(line.id)).map(({ id, version }) => ({ id, version }))
}
