import './tables.ts'
import type { App } from '../../../kernel/app.ts'
import { defineModule } from '../../../kernel/module.ts'
import { commitments, inTurn } from '../../budget/server/index.ts'
import { homeNeeds } from '../../identity/server/index.ts'
import { searched } from '../../search/server/index.ts'
import { positions } from '../contract.ts'
import { commitmentsOf } from './commitments.ts'
import { addDeliverable, changeDeliverable, removeDeliverable, restoreDeliverable } from './deliverables.ts'
import { elsewhere, exportElsewhere } from './elsewhere.ts'
import { approve, ask, escalate, refuse, withdraw } from './funding.ts'
import { setHours } from './give-hours.ts'
import { hours } from './hours.ts'
import { hoursOf } from './hours-of.ts'
import { exportHours, importHours } from './hours-table.ts'
import { add, change, remove, restore, setCost } from './positions.ts'
import { searchedPositions } from './searched.ts'
import { exportList, list, show } from './show.ts'
import { end, fill, open, reopen, resume } from './steps.ts'
import { targets } from './targets.ts'
import { needsOfPositions } from './tell.ts'
import { weigh } from './weighing.ts'

export { hoursByTarget } from './hours-of.ts'

function provide(app: App): void {
  app.services.use(searched).register(searchedPositions)
  app.services.use(homeNeeds).register(needsOfPositions)
  app.services.use(commitments).register(commitmentsOf)
}

export const positionsModule = defineModule(
  positions,
  {
    ...{ list, show, exportList, weigh },
    ...inTurn({ add, change, remove, restore, setCost, open, fill, end, resume, reopen }),
    ...inTurn({ ask, approve, refuse, escalate, withdraw }),
    ...{
      elsewhere,
      exportElsewhere,
      addDeliverable,
      changeDeliverable,
      removeDeliverable,
      restoreDeliverable,
    },
    ...{ hours, setHours, hoursOf, targets, exportHours, importHours },
  },
  { provide },
)
