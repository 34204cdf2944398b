import { dayNumber, dayOf, daysBetween } from '../../methods/days.ts'
import { type FiscalCalendar, type Grain, grains, type Period, periodsBetween } from '../../methods/fiscal.ts'
import type { Writer } from '../warehouse.ts'

const first = '1990-01-01'
const last = '2060-12-31'

/** One row a day with the label and first day of its week, month, fiscal quarter and fiscal year. */
export async function buildCalendar(db: Writer, calendar: FiscalCalendar): Promise<void> {
  const named = JSON.stringify(calendar)
  const [built] = await db.query(`select 1 from mart.state where name = 'calendar' and built_from = $1`, [
    named,
  ])
  if (built) return
  const names = ['on_day', ...grains.flatMap((grain) => [grain, `${grain}_from`])]
  await db.run(
    `create or replace table mart.calendar_text (${names.map((name) => `${name} varchar`).join(', ')})`,
  )
  await db.append('mart', 'calendar_text', calendarRows(calendar))
  const typed = names.map((name) =>
    name === 'on_day' || name.endsWith('_from') ? `${name}::date as ${name}` : name,
  )
  await db.run(`create or replace table mart.calendar as select ${typed.join(', ')} from mart.calendar_text`)
  await db.run('drop table mart.calendar_text')
  await db.run(`insert or replace into mart.state values ('calendar', $1)`, [named])
}

/** Period by period rather than day by day: to find the period of a day costs far more than to count its days. */
function calendarRows(calendar: FiscalCalendar): string[][] {
  const days = Array.from({ length: daysBetween(first, last) + 1 }, (_, at) => dayOf(dayNumber(first) + at))
  const columns = grains.map((grain) =>
    grain === 'day' ? days.map((day) => [day, day]) : cellsOf(grain, calendar),
  )
  return days.map((day, at) => [day, ...columns.flatMap((column) => column[at]!)])
}

function cellsOf(grain: Grain, calendar: FiscalCalendar): string[][] {
  return periodsBetween(first, last, grain, calendar).flatMap((period) => {
    const from = period.startsOn < first ? first : period.startsOn
    const to = period.endsOn > last ? last : period.endsOn
    const cell = [keyOf(period, calendar), period.startsOn]
    return Array.from({ length: daysBetween(from, to) + 1 }, () => cell)
  })
}

/** The key of a period in answers: 2017-06, 2017-Q2, 2017 on a calendar year; FY2026-Q1, FY2026-P03 on others. */
export function keyOf({ grain, startsOn, label }: Period, { pattern, startMonth }: FiscalCalendar): string {
  if (grain === 'month' && pattern === 'calendar') return startsOn.slice(0, 7)
  const isPlain = pattern === 'calendar' && startMonth === 1
  return (isPlain ? label.replace(/^FY/, '') : label).replace(' ', '-')
}
