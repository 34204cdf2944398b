import type { Ctx } from '../../../kernel/ctx.ts'
import { spentOnItems } from '../../timesheets/server/index.ts'
import { openAssignees, openRows, usualMinutes, visibleBoards } from '../../work/server/index.ts'

/** An open item with what is left of it; its title is hidden where the asker may not see its board. */
export type Open = {
  id: string
  number: number
  title: string
  boardId: string
  typeId: string
  type: string
  labels: string[]
  priority: number
  startsOn: string | null
  dueOn: string | null
  scale: 'department' | 'enterprise'
  /** What is left of the estimate, in minutes. */
  minutes: number
  isGuessed: boolean
  isBegun: boolean
  assignees: string[]
  isHidden: boolean
}

const halfADay = 240

/** What an item of a type counts with while nobody has estimated it. */
export const minutesUnestimated = async (ctx: Ctx, typeId: string): Promise<number> =>
  (await usualMinutes(ctx)).get(typeId)?.minutes ?? halfADay

/** All open items, whoever asks: figures are of all work, names of what may be seen. */
export async function openItems(ctx: Ctx): Promise<Open[]> {
  const rows = await openRows(ctx)
  const spent = await spentOnItems(ctx)
  const usual = await usualMinutes(ctx)
  const seen = new Set((await visibleBoards(ctx)).map((one) => one.id))
  const people = await assigneesOfOpen(ctx)
  return rows.map((row) => {
    const type = usual.get(row.type_id)!
    const isHidden = !seen.has(row.board_id)
    return {
      ...{ id: row.id, number: isHidden ? 0 : row.number, typeId: row.type_id, type: type.name, isHidden },
      boardId: row.board_id,
      ...{ title: isHidden ? 'An item you do not see' : row.title, labels: row.labels, scale: row.scale },
      ...{ priority: row.priority, startsOn: row.starts_on, dueOn: row.due_on },
      minutes: Math.max(0, (row.estimate_minutes ?? type.minutes ?? halfADay) - (spent.get(row.id) ?? 0)),
      ...{
        isGuessed: row.estimate_minutes === null,
        isBegun: row.started_at !== null,
        assignees: people.get(row.id) ?? [],
      },
    }
  })
}

async function assigneesOfOpen(ctx: Ctx): Promise<Map<string, string[]>> {
  const rows = await openAssignees(ctx)
  const all = new Map<string, string[]>()
  for (const row of rows) {
    const known = all.get(row.item_id)
    if (known) known.push(row.person_id)
    else all.set(row.item_id, [row.person_id])
  }
  return all
}
