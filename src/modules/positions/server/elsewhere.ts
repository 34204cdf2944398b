import { tableFile } from '../../../engine/table-file.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { today } from '../../budget/server/index.ts'
import type { Elsewhere, positions } from '../contract.ts'
import { capacityBetween, deliveredOf, quietFor, remarkOn } from '../rules.ts'
import { deliverablesOf, toDeliverable } from './deliverables.ts'
import { costsOf, toPosition } from './records.ts'
import { rowsOf } from './show.ts'
import type { PositionRow } from './tables.ts'

/** What a position is paid for until a day: its hours since somebody fills it. */
function paidUntil(row: PositionRow, day: string): number {
  if (row.filled_on === null || row.filled_on > day) return 0
  const last = [row.ended_on, row.ends_on, day].filter((one) => one !== null).sort()[0]!
  const span = { from: row.filled_on, to: last }
  const { fte_percent: ftePercent, weekly_minutes: weeklyMinutes } = row
  return capacityBetween({ ftePercent, weeklyMinutes, span }, row.filled_on, last)
}

export async function elsewhere(ctx: Ctx): Promise<{ items: Elsewhere[]; quietFor: number }> {
  const rows = await rowsOf(ctx)
  const ids = rows.map((row) => row.id)
  const [costs, delivered, day] = [await costsOf(ctx, ids), await deliverablesOf(ctx, ids), await today(ctx)]
  const items = rows
    .map((row) => ({ row, position: toPosition(row, costs) }))
    .filter(({ position }) => position.isElsewhere)
    .map(({ row, position }) => {
      const deliverables = delivered
        .filter((one) => one.position_id === row.id)
        .map((one) => toDeliverable(one, day))
      const { minutes, paid, rate } = deliveredOf(deliverables, paidUntil(row, day))
      const remark = row.ended_on === null ? remarkOn(deliverables, row.filled_on, day) : null
      return { position, deliverables, paid, delivered: minutes, rate, remark }
    })
  return { items, quietFor }
}

const heading = [
  ...['Position', 'Sits in', 'Funded by', 'Reports to', 'Filled by'],
  ...['What', 'Due', 'Delivered', 'Hours', 'Evidence', 'Value'],
]

export async function exportElsewhere(ctx: Ctx, { format }: In<typeof positions.exportElsewhere>) {
  const { items } = await elsewhere(ctx)
  const rows = items.flatMap(({ position: { title, department, fundedBy, manager, person }, deliverables }) =>
    deliverables.map((one) => [
      ...[title, department, fundedBy, manager.name, person.name],
      ...[one.what, one.dueOn, one.deliveredOn, one.minutes / 60, one.evidence, one.value],
    ]),
  )
  return tableFile(format, { name: 'funded-elsewhere', heading, rows })
}
