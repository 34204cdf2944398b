import './tables.ts'
import type { App } from '../../../kernel/app.ts'
import { defineModule } from '../../../kernel/module.ts'
import { workPorts } from '../../work/server/index.ts'
import { sprints } from '../contract.ts'
import { show } from './detail.ts'
import { listeners, markSprints, sprintItems, sprintlessItems } from './joining.ts'
import { add, change } from './planning.ts'
import { reopen } from './reopening.ts'
import { giveFeedback, improve, makeLink, note, removeNote, takeLinksBack, visit } from './review.ts'
import { close, start, unstart } from './running.ts'
import { leave, take } from './scope.ts'
import { list } from './show.ts'

export { type BroughtSprint, bringSprint } from './bring-in.ts'

function provide(app: App): void {
  const ports = app.services.use(workPorts)
  ports.mark(markSprints)
  ports.condition('sprint', sprintItems)
  ports.condition('noSprint', sprintlessItems)
}

export const sprintsModule = defineModule(
  sprints,
  {
    ...{ list, show, add, change, take, leave, start, unstart, close, reopen },
    ...{ note, removeNote, improve, makeLink, takeLinksBack, visit, giveFeedback },
  },
  { provide, listeners },
)
