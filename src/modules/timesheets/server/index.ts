import './tables.ts'
import { defineModule } from '../../../kernel/module.ts'
import { timesheets } from '../contract.ts'
import { lock, reopen } from './locks.ts'
import { entries, exportEntries, ofItem } from './show.ts'
import { proposal } from './stage-time.ts'
import { dropTimer, startTimer, stopTimer, timer } from './timer.ts'
import { copyLast, setCell, week } from './weeks.ts'
import { add, addMany, change, remove, restore } from './writing.ts'

export { type BroughtTime, bringInTime } from './bring-in.ts'
export { type StagePiece, stageTime } from './stage-time.ts'
export { eveningsSince, spentOnItems, writtenIn } from './sums.ts'

export const timesheetsModule = defineModule(timesheets, {
  ...{ entries, exportEntries, add, addMany, change, remove, restore, ofItem },
  ...{ week, setCell, copyLast, proposal, lock, reopen },
  ...{ timer, startTimer, stopTimer, dropTimer },
})
