import './tables.ts'
import type { App } from '../../../kernel/app.ts'
import { defineModule } from '../../../kernel/module.ts'
import { attached } from '../../files/server/index.ts'
import { homeNeeds } from '../../identity/server/index.ts'
import { agencies } from '../contract.ts'
import { add, change, choices, giveCampaign, takeCampaign } from './actions.ts'
import {
  accept,
  addDeliverable,
  changeDeliverable,
  removeDeliverable,
  reopen,
  sendBack,
} from './deliverables.ts'
import { exportDeliverables } from './export.ts'
import { deliverableFiles } from './files.ts'
import { deliver, mine, takeBack } from './guest.ts'
import { needsOfAgencies } from './needs.ts'
import { rates, setRates } from './rates.ts'
import { deliverables, list, show } from './show.ts'
import { setSuppliers, spending, suppliers } from './spending.ts'

export { agencyOf, allAgencies, peopleOf as agencyPeople } from './records.ts'

function provide(app: App): void {
  app.services.use(homeNeeds).register(needsOfAgencies)
  app.services.use(attached).register(deliverableFiles)
}

export const agenciesModule = defineModule(
  agencies,
  {
    ...{ list, show, choices, add, change, giveCampaign, takeCampaign },
    ...{ deliverables, exportDeliverables, addDeliverable, changeDeliverable, removeDeliverable },
    ...{ accept, sendBack, reopen, mine, deliver, takeBack },
    ...{ rates, setRates, spending, suppliers, setSuppliers },
  },
  { provide },
)
