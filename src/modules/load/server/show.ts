import { tableFile } from '../../../engine/table-file.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { invalid, missing } from '../../../kernel/errors.ts'
import { addDays, dayNumber } from '../../../methods/days.ts'
import { mondayOf } from '../../timesheets/rules.ts'
import type { Load, LoadLine, load, OpenItem } from '../contract.ts'
import { levelOf, type Room } from '../rules.ts'
import { belonging, type Groups } from './groups.ts'
import type { Open } from './open-items.ts'
import { type Plan, planOf } from './planning.ts'
import { suggestionsOf } from './suggestions.ts'

type Asked = In<typeof load.show>
type Cell = { planned: number; available: number }
const none = (weeks: number): Cell[] => Array.from({ length: weeks }, () => ({ planned: 0, available: 0 }))

export const toOpen = (item: Open, minutes = item.minutes): OpenItem => ({
  ...{ id: item.id, number: item.number, title: item.title, type: item.type, minutes },
  ...{ isGuessed: item.isGuessed, dueOn: item.dueOn },
})

/** Planned and available minutes by person and week. */
export function cellsOf(plan: Plan, scale?: Asked['scale']): Map<string, Cell[]> {
  const cells = new Map(plan.workers.map((one) => [one.id, none(plan.weeks)]))
  const start = dayNumber(plan.first)
  for (const [id, room] of plan.rooms) {
    const weeks = cells.get(id)!
    for (const [at, minutes] of room.available.entries()) {
      const week = Math.floor((room.first + at - start) / 7)
      if (week >= 0 && week < plan.weeks) weeks[week]!.available += minutes
    }
  }
  for (const { item, personId, at, minutes } of plan.pieces) {
    const week = Math.floor(at / 7)
    if (week < 0 || week >= plan.weeks || (scale && item.scale !== scale)) continue
    cells.get(personId)![week]!.planned += minutes
  }
  return cells
}

function sumOf(all: readonly Cell[][], weeks: number): Cell[] {
  const sums = none(weeks)
  for (const cells of all)
    for (const [at, { planned, available }] of cells.entries()) {
      sums[at]!.planned += planned
      sums[at]!.available += available
    }
  return sums
}

/** Who has the most planned stands on top. */
const plannedOf = ({ weeks }: LoadLine): number => weeks.reduce((sum, one) => sum + one.planned, 0)

const scaleNames = { department: 'Within the department', enterprise: 'Across the enterprise' } as const

function linesOf(plan: Plan, asked: Asked, cells: Map<string, Cell[]>, groups: Groups): LoadLine[] {
  const shown = plan.workers.filter((one) => cells.has(one.id))
  if (asked.by === 'person')
    return shown.map((one) => ({
      ...{ id: one.id, name: one.name, hint: one.title, weeks: cells.get(one.id)!, people: 1 },
    }))
  if (asked.by === 'scale')
    return (['department', 'enterprise'] as const).map((scale) => {
      const some = cellsOf(plan, scale)
      const all = shown.map((one) => some.get(one.id)!)
      return {
        id: scale,
        name: scaleNames[scale],
        hint: '',
        weeks: sumOf(all, plan.weeks),
        people: all.length,
      }
    })
  return groups.all[asked.by].map(({ id, name }) => {
    const members = shown.filter((one) => groups.has(asked.by as 'team', id, one.id))
    const all = members.map((one) => cells.get(one.id)!)
    const hint = members.length === 1 ? '1 person' : `${members.length} people`
    return { id, name, hint, weeks: sumOf(all, plan.weeks), people: members.length }
  })
}

export async function show(ctx: Ctx, asked: Asked): Promise<Load> {
  const plan = await planOf(ctx, asked)
  const groups = await belonging(ctx)
  const every = cellsOf(plan, asked.scale)
  const isAsked = (id: string) =>
    id.startsWith('hired:') ||
    ((!asked.teamId || groups.has('team', asked.teamId, id)) &&
      (!asked.hubId || groups.has('hub', asked.hubId, id)) &&
      (!asked.roleId || groups.has('role', asked.roleId, id)))
  const cells = new Map([...every].filter(([id]) => isAsked(id)))
  // Who has no work on any board is not told to be idle: their work is not here.
  const flat = [...cells.values()].filter((weeks) => weeks.some((one) => one.planned > 0)).flat()
  const count = (level: string) => flat.filter((one) => levelOf(one.planned, one.available) === level).length
  return {
    weeks: Array.from({ length: plan.weeks }, (_, at) => addDays(plan.first, 7 * at)),
    today: plan.today,
    lines: linesOf(plan, asked, cells, groups)
      .filter((one) => one.people > 0)
      .sort((a, b) => plannedOf(b) - plannedOf(a)),
    totals: sumOf([...cells.values()], plan.weeks),
    ...{ over: count('over'), idle: count('idle') },
    unestimated: plan.items
      .filter((one) => one.isGuessed && one.assignees.some(isAsked))
      .map((one) => toOpen(one)),
    unassigned: plan.items.filter((one) => one.assignees.length === 0).map((one) => toOpen(one)),
    suggestions: await suggestionsOf(ctx, plan, cells),
    choices: { teams: groups.all.team, hubs: groups.all.hub, roles: groups.all.role },
  }
}

const mostWeeks = 26

export async function explain(ctx: Ctx, { personId, from, to, changes }: In<typeof load.explain>) {
  const begin = dayNumber(from) - dayNumber(mondayOf(from))
  const end = begin + dayNumber(to) - dayNumber(from)
  if (end >= 7 * mostWeeks)
    throw invalid(`${mostWeeks} weeks are explained at once at most. Choose fewer days.`)
  const plan = await planOf(ctx, { from, weeks: Math.floor(end / 7) + 1, changes })
  const worker = plan.workers.find((one) => one.id === personId)
  if (!worker) throw missing('This person')
  const byItem = new Map<string, { item: Open; minutes: number }>()
  for (const piece of plan.pieces) {
    if (piece.personId !== personId || piece.at < begin || piece.at > end) continue
    const known = byItem.get(piece.item.id) ?? { item: piece.item, minutes: 0 }
    byItem.set(piece.item.id, { item: piece.item, minutes: known.minutes + piece.minutes })
  }
  return {
    person: { id: worker.id, name: worker.name },
    available: availableIn(plan.rooms.get(personId)!, dayNumber(from), dayNumber(to)),
    items: [...byItem.values()]
      .sort((a, b) => b.minutes - a.minutes)
      .map(({ item, minutes }) => toOpen(item, minutes)),
  }
}

const availableIn = ({ first, available }: Room, from: number, to: number): number =>
  available.reduce((sum, minutes, at) => (first + at < from || first + at > to ? sum : sum + minutes), 0)

const hours = (minutes: number): number => Math.round(minutes / 6) / 10

export async function exportLoad(ctx: Ctx, { format, ...asked }: In<typeof load.exportLoad>) {
  const { weeks, lines } = await show(ctx, asked)
  return tableFile(format, {
    name: `load-${weeks[0]}`,
    heading: ['Name', 'Week of', 'Planned hours', 'Available hours'],
    rows: lines.flatMap((line) =>
      line.weeks.map((one, at) => [line.name, weeks[at]!, hours(one.planned), hours(one.available)]),
    ),
  })
}
