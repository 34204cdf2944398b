import { sql } from 'kysely'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { dayIn } from '../../../methods/days.ts'
import { percentile } from '../../../methods/flow/index.ts'
import { settings } from '../../identity/server/index.ts'
import { standing } from '../../work/server/index.ts'
import type { FigureId, intake } from '../contract.ts'
import { reasonTitle, stateTitle } from '../rules.ts'
import { readable } from './show.ts'
import type { RequestRow } from './tables.ts'
import { readableTypes } from './types.ts'

type Asked = RequestRow & { doneOn: string | null }
type Counted = { row: RequestRow; part: boolean; words: string; value: number }
type Now = { zone: string; today: string }
type Look = (row: Asked, now: Now) => Counted | null

const hours = (row: RequestRow): number | null =>
  row.answered_at && row.state !== 'withdrawn'
    ? (row.answered_at.getTime() - row.received_at.getTime()) / 3_600_000
    : null

const isDecided = ({ state }: RequestRow): boolean => ['accepted', 'declined', 'merged'].includes(state)
const counted = (row: RequestRow, part: boolean, words: string, value = part ? 1 : 0): Counted => ({
  ...{ row, part, words, value },
})

/** Which requests a figure counts, and how each counts. */
const looks: Record<FigureId, Look> = {
  received: (row) => counted(row, true, 'came in'),
  no: (row) =>
    isDecided(row)
      ? counted(
          row,
          row.state === 'declined',
          row.state === 'declined' ? `No: ${reasonTitle(row.reason ?? '')}` : 'Yes',
        )
      : null,
  alternatives: (row) =>
    row.state === 'declined' && row.alternative
      ? counted(row, row.alternative_taken_at !== null, row.alternative_taken_at ? 'taken' : 'not taken')
      : null,
  'first-answer': (row) => {
    const value = hours(row)
    return value === null ? null : counted(row, true, `${(value / 24).toFixed(1)} days`, value)
  },
  'answers-kept': (row, { zone, today }) => {
    if (row.state === 'withdrawn') return null
    const late = `late: it was promised by ${row.answer_due_on}`
    if (!row.answered_at)
      return row.answer_due_on < today ? counted(row, false, `${late}, and waits still`) : null
    const isKept = dayIn(zone, row.answered_at) <= row.answer_due_on
    return counted(row, isKept, isKept ? 'in time' : late)
  },
  'days-kept': (row, { today }) => {
    const { promised_on: promised, doneOn: done } = row
    if (row.state !== 'accepted' || !promised) return null
    if (!done) return promised < today ? counted(row, false, `not done yet, promised by ${promised}`) : null
    return counted(row, done <= promised, `done on ${done}, promised by ${promised}`)
  },
}

async function rowsIn(ctx: Ctx, from: string, to: string): Promise<{ rows: Asked[]; now: Now }> {
  const zone = (await settings(ctx.db)).timeZone
  const received = sql<string>`(received_at at time zone ${zone})::date`
  const rows = await (await readable(ctx))
    .selectAll()
    .where(received, '>=', from)
    .where(received, '<=', to)
    .orderBy('number', 'desc')
    .execute()
  const stands = await standing(
    ctx,
    rows.flatMap((row) => row.item_id ?? []),
  )
  const doneOn = (row: RequestRow) => {
    const at = stands.get(row.item_id ?? '')?.done_at
    return at ? dayIn(zone, at) : null
  }
  return {
    rows: rows.map((row) => ({ ...row, doneOn: doneOn(row) })),
    now: { zone, today: dayIn(zone, ctx.now) },
  }
}

export async function figures(ctx: Ctx, { from, to }: In<typeof intake.figures>) {
  const { rows, now } = await rowsIn(ctx, from, to)
  const names = new Map((await readableTypes(ctx)).map((one) => [one.id, one.name]))
  const all = Object.entries(looks).map(([id, look]) =>
    figureOf(
      id as FigureId,
      rows.flatMap((row) => look(row, now) ?? []),
    ),
  )
  const declined = rows.filter((row) => row.state === 'declined')
  return {
    figures: all,
    reasons: grouped(declined, (row) => reasonTitle(row.reason ?? '')).map(({ name, requests }) => ({
      name,
      requests,
    })),
    types: grouped(rows, (row) => names.get(row.type_id) ?? ''),
    departments: grouped(rows, (row) => row.department || 'Not said'),
  }
}

function figureOf(id: FigureId, all: Counted[]) {
  const whole = all.length
  const part = all.filter((one) => one.part).length
  if (id === 'received') return { id, value: whole, part: null, whole }
  if (whole === 0) return { id, value: null, part: null, whole }
  if (id === 'first-answer') {
    const middle = percentile(
      all.map((one) => one.value).sort((a, b) => a - b),
      0.5,
    )
    return { id, value: middle === null ? null : middle / 24, part: null, whole }
  }
  return { id, value: part / whole, part, whole }
}

function grouped(rows: readonly RequestRow[], by: (row: RequestRow) => string) {
  const groups = new Map<string, RequestRow[]>()
  for (const row of rows) {
    const known = groups.get(by(row))
    if (known) known.push(row)
    else groups.set(by(row), [row])
  }
  return [...groups]
    .map(([name, all]) => ({
      ...{ name, requests: all.length },
      declined: all.filter((row) => row.state === 'declined').length,
    }))
    .sort((a, b) => b.requests - a.requests || a.name.localeCompare(b.name))
}

export async function figureRows(ctx: Ctx, { id, from, to, limit, offset }: In<typeof intake.figureRows>) {
  const { rows, now } = await rowsIn(ctx, from, to)
  const names = new Map((await readableTypes(ctx)).map((one) => [one.id, one.name]))
  const all = rows.flatMap((row) => looks[id](row, now) ?? [])
  return {
    total: all.length,
    items: all.slice(offset, offset + limit).map(({ row, words }) => ({
      ...{ id: row.id, number: row.number, title: row.title, type: names.get(row.type_id) ?? '' },
      ...{ department: row.department, state: stateTitle(row.state), counts: words },
      receivedAt: row.received_at.toISOString(),
    })),
  }
}
