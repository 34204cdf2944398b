import {
  addDays,
  type FiscalCalendar,
  type Grain,
  grains,
  type Period,
  periodOf,
} from '../../methods/fiscal.ts'
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
  await db.append(
    'mart',
    'calendar_text',
    daysBetween().map((day) => [day, ...grains.flatMap((grain) => cells(day, grain, calendar))]),
  )
  const typed = names.map((name) =>
    name === 'on_day' || name.endsWith('_from') ? `${name}::date as ${name}` : name,
  )
  await db.run(`create or replace table mart.calendar as select ${typed.join(', ')} from mart.calendar_text`)
  await db.run('drop table mart.calendar_text')
  await db.run(`insert or replace into mart.state values ('calendar', $1)`, [named])
}

function daysBetween(): string[] {
  const days: string[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
  return days
}

function cells(day: string, grain: Grain, calendar: FiscalCalendar): [string, string] {
  const period = periodOf(day, grain, calendar)
  return [keyOf(period, calendar), period.startsOn]
}

/** The key of a period in answers: 2017-06, 2017-Q2, 2017 on a calendar year; FY2026-Q1, FY2026-P03 on others. */
export function keyOf({ grain, startsOn, label }: Period, { pattern, startMonth }: FiscalCalendar): string {
  if (grain === 'month' && pattern === 'calendar') return startsOn.slice(0, 7)
  const isPlain = pattern === 'calendar' && startMonth === 1
  return (isPlain ? label.replace(/^FY/, '') : label).replace(' ', '-')
}
