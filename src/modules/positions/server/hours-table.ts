import type { ReadTable } from '../../../engine/ingest/index.ts'
import { tableFile } from '../../../engine/table-file.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { invalid } from '../../../kernel/errors.ts'
import { tableOf } from '../../budget/server/index.ts'
import { type HoursEdit, type positions, targetKinds } from '../contract.ts'
import { mostMinutes, whyNotSoMany } from '../rules.ts'
import { setHours } from './give-hours.ts'
import { hours, yearOf } from './hours.ts'

const monthHeading = (month: string): string => `hours ${month.slice(0, 7)}`

export async function exportHours(ctx: Ctx, { day, format }: In<typeof positions.exportHours>) {
  const { label, months, rows, positions: known } = await hours(ctx, { day })
  const titles = new Map(known.map((one) => [one.id, one]))
  const heading = [
    'position id',
    'position',
    'filled by',
    'kind',
    'id',
    'goes to',
    ...months.map(monthHeading),
  ]
  const body = rows
    .filter((row) => row.target.name !== null)
    .map(({ positionId, target, minutes }) => [
      ...[positionId, titles.get(positionId)?.title ?? '', titles.get(positionId)?.person ?? ''],
      ...[target.kind, target.id, target.name],
      ...minutes.map((one) => one / 60),
    ])
  return tableFile(format, { name: `hours-${label}`, heading, rows: body })
}

/** A table of hours: every row is judged before any is written; what stands there already is left as it is. */
export async function importHours(ctx: Ctx, { day, name, file }: In<typeof positions.importHours>) {
  if (!(file instanceof ReadableStream)) throw invalid('Send the file as the body of the request.')
  const table = await tableOf(file as ReadableStream<Uint8Array>, name.split(/[\\/]/).at(-1) || name)
  return ctx.transact(async (step) => {
    const year = await yearOf(step, day)
    const { rows } = await hours(step, { day: year.startsOn })
    const stood = new Map<string, number>()
    for (const { positionId, target, minutes } of rows)
      for (const [at, month] of year.months.entries())
        stood.set(`${positionId} ${target.kind} ${target.id} ${month}`, minutes[at]!)
    const said = readRows(table, year)
    const edits = said.filter(
      (one) =>
        (stood.get(`${one.positionId} ${one.kind} ${one.targetId} ${one.monthOn}`) ?? 0) !== one.minutes,
    )
    const objection = whyNotSoMany(edits.length)
    if (objection) throw invalid(objection)
    if (edits.length === 0) return { changed: 0, unchanged: said.length, over: [] }
    const { changed, over } = await setHours(step, { edits })
    return { changed, unchanged: said.length - changed, over }
  })
}

function readRows(
  table: ReadTable,
  { months, label }: { months: readonly string[]; label: string },
): HoursEdit[] {
  const headings = table.columns.map((one) => one.trim().toLowerCase())
  const lacking = ['position id', 'kind', 'id'].find((one) => !headings.includes(one))
  if (lacking) throw invalid(`The table has no column “${lacking}”. Download the hours to see the headings.`)
  const known = months.map(monthHeading)
  const strange = headings.find((one) => one.startsWith('hours ') && !known.includes(one))
  if (strange) throw invalid(`The column “${strange}” is no month of ${label}.`)
  return table.rows.flatMap(({ row, cells }) => {
    const cell = (name: string) => (cells[headings.indexOf(name)] ?? '').trim()
    const which = { positionId: cell('position id'), kind: cell('kind'), targetId: cell('id') }
    if (!targetKinds.includes(which.kind as never))
      throw invalid(`Row ${row}: “${which.kind}” is no kind; there are ${targetKinds.join(', ')}.`)
    return months
      .filter((month) => headings.includes(monthHeading(month)))
      .map((month) => {
        const minutes = minutesIn(cell(monthHeading(month)), table.isWorkbook)
        if (typeof minutes === 'string') throw invalid(`Row ${row}, ${monthHeading(month)}: ${minutes}`)
        return { ...which, kind: which.kind as HoursEdit['kind'], monthOn: month, minutes }
      })
  })
}

/** Hours of a cell in whole minutes, or why it holds none. */
function minutesIn(cell: string, isWorkbook: boolean): number | string {
  if (cell === '') return 0
  const text = isWorkbook ? cell : cell.replace(/\s/g, '').replace(/^(-?\d+),(\d+)$/, '$1.$2')
  if (!/^-?\d+(\.\d+)?(e-?\d+)?$/i.test(text)) return `“${cell}” is not a number of hours.`
  const minutes = Math.round(Number(text) * 60)
  if (minutes < 0) return 'hours cannot be negative.'
  return minutes > mostMinutes ? `“${cell}” is more than a month has.` : minutes
}
