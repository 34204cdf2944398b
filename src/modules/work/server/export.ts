import { tableFile } from '../../../engine/table-file.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Item, work } from '../contract.ts'
import { boards } from './boards.ts'
import { type Asked, asking, inOrder } from './list.ts'
import { toItems } from './show.ts'
import { types } from './types.ts'

type Names = { board: Map<string, string>; stage: Map<string, string>; type: Map<string, string> }
type Cell = (item: Item, names: Names) => string | number | null

/** By the name of the column on the page. */
const cells: Record<string, [heading: string, cell: Cell]> = {
  number: ['number', (item) => `W-${item.number}`],
  title: ['title', (item) => item.title],
  board: ['board', (item, names) => names.board.get(item.boardId) ?? ''],
  stage: ['stage', (item, names) => names.stage.get(item.stageId) ?? ''],
  type: ['type', (item, names) => names.type.get(item.typeId) ?? ''],
  assignees: ['assignees', (item) => item.assignees.map((one) => one.name).join('; ')],
  labels: ['labels', (item) => item.labels.join('; ')],
  starts: ['starts_on', (item) => item.startsOn],
  due: ['due_on', (item) => item.dueOn],
  estimate: ['estimate_hours', (item) => item.estimateMinutes && item.estimateMinutes / 60],
  points: ['points', (item) => item.points],
  priority: ['priority', (item) => item.priority],
  relevance: ['relevance', (item) => item.relevance],
  arrival: ['arrival', (item) => item.arrival],
  serves: ['serves', (item) => item.serves?.name ?? ''],
  vision: ['leads_up_to_vision', (item) => (item.isVision ? 'yes' : 'no')],
  notVision: ['why_not_vision', (item) => item.notVision],
  entered: ['in_stage_since', (item) => item.enteredAt],
  made: ['added_at', (item) => item.madeAt],
  changed: ['changed_at', (item) => item.changedAt],
  done: ['done_at', (item) => item.doneAt],
}

export async function exportItems(ctx: Ctx, { format, columns, ...asked }: In<typeof work.exportItems>) {
  const query = await asking(ctx, asked as Asked)
  const rows = await (await inOrder(ctx, query, asked)).selectAll().execute()
  const shown = Object.keys(cells).filter((id) => !columns || columns.includes(id))
  const names = await namesOf(ctx)
  const items = await toItems(ctx, rows)
  return tableFile(format, {
    name: 'items',
    heading: shown.map((id) => cells[id]![0]),
    rows: items.map((item) => shown.map((id) => cells[id]![1](item, names))),
  })
}

async function namesOf(ctx: Ctx): Promise<Names> {
  const { items: all } = await boards(ctx, { archived: false })
  const stages = all.flatMap((one) => one.stages)
  return {
    board: new Map(all.map(({ id, name }) => [id, name])),
    stage: new Map(stages.map(({ id, name }) => [id, name])),
    type: new Map((await types(ctx)).items.map(({ id, name }) => [id, name])),
  }
}
