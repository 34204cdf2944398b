import './tables.ts'
import type { App } from '../../../kernel/app.ts'
import { defineModule } from '../../../kernel/module.ts'
import { veils } from '../../activity/server/index.ts'
import { fieldKinds } from '../../fields/server/index.ts'
import { attached } from '../../files/server/index.ts'
import { searched } from '../../search/server/index.ts'
import { discussed } from '../../threads/server/index.ts'
import { traced } from '../../trace/server/index.ts'
import { work } from '../contract.ts'
import { add } from './add.ts'
import { approve } from './approval.ts'
import { addBoard, archiveBoard, changeBoard, favourBoard, setStages } from './board-actions.ts'
import { board, boards } from './boards.ts'
import { undo } from './changes.ts'
import { addCheck, changeCheck, removeCheck } from './checks.ts'
import { duplicate } from './duplicate.ts'
import { edit } from './edit.ts'
import { exportItems } from './export.ts'
import { groups } from './groups.ts'
import { item, past } from './item.ts'
import { discussedItems, itemFiles, itemKind, searchedItems } from './kind.ts'
import { link, unlink } from './linking.ts'
import { items } from './list.ts'
import { mine } from './mine.ts'
import { move } from './moves.ts'
import { WorkPorts, workPorts } from './ports.ts'
import { remove } from './removal.ts'
import { addType, changeType, types } from './types.ts'
import { unseenOf } from './veil.ts'
import { itemIds as idsOf, similar, timeline } from './ways.ts'

export { addItem } from './add.ts'
export { addBoard } from './board-actions.ts'
export { board, boards, hiddenBoards, requireBoard, stagesOf, visibleBoards } from './boards.ts'
export { type Brought, bringIn } from './bring-in.ts'
export { edit } from './edit.ts'
export {
  finishedOfType,
  heldActive,
  openAssignees,
  openRows,
  toldRows,
  usualMinutes,
} from './effort.ts'
export { isShownTo } from './kind.ts'
export { itemIds } from './list.ts'
export { move } from './moves.ts'
export { type Guard, workPorts } from './ports.ts'
export { purge, purgeBoard } from './purging.ts'
export {
  type DueMove,
  dueMovesOf,
  everyStageOf,
  type Fact,
  factsOf,
  itemNumbers,
  type Stay,
  staysOf,
  waitingFor,
} from './reading.ts'
export { assigneesOf, requireItem, requireItems, requireNamed, visibleItems } from './records.ts'
export { remove } from './removal.ts'
export { toItems } from './show.ts'
export { finishedByDay, standing } from './standing.ts'
export type { BoardRow, ItemRow, StageRow } from './tables.ts'
export { types } from './types.ts'
export { unseenOf } from './veil.ts'

function provide(app: App): void {
  app.services.provide(workPorts, new WorkPorts())
  app.services.use(fieldKinds).register({ kind: 'item', title: 'Item', read: 'work:read' })
  app.services.use(traced).register(itemKind)
  app.services.use(searched).register(searchedItems)
  app.services.use(attached).register(itemFiles)
  app.services.use(discussed).register(discussedItems)
  app.services.use(veils).add(unseenOf)
}

export const workModule = defineModule(
  work,
  {
    ...{ boards, board, addBoard, changeBoard, setStages, archiveBoard, favourBoard },
    ...{ types, addType, changeType },
    ...{ items, item, add, edit, move, remove, undo, approve },
    ...{ itemIds: idsOf, groups, exportItems, similar, mine, timeline, duplicate },
    ...{ addCheck, changeCheck, removeCheck, link, unlink, past },
  },
  { provide },
)
