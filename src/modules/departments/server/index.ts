import './tables.ts'
import type { App } from '../../../kernel/app.ts'
import { defineModule } from '../../../kernel/module.ts'
import { homeNeeds } from '../../identity/server/index.ts'
import { searched } from '../../search/server/index.ts'
import { discussed } from '../../threads/server/index.ts'
import { traced } from '../../trace/server/index.ts'
import { departments } from '../contract.ts'
import { answer, ask, changeAsk, rank, remind, size } from './asks.ts'
import { asks, exportAsks, oneAsk } from './asks-show.ts'
import { addContact, changeContact, directory, removeContact } from './contacts.ts'
import { kinds } from './kinds.ts'
import { links, revoke, share, visit } from './links.ts'
import { add, change, markRead, putBack, save } from './pages.ts'
import { compare, list, show, version } from './pages-show.ts'
import { searchedDepartments } from './searched.ts'
import { needsOfDepartments, remindOfAsks } from './tell.ts'

function provide(app: App): void {
  app.services.use(homeNeeds).register(needsOfDepartments)
  app.services.use(traced).register(...kinds)
  app.services.use(searched).register(...searchedDepartments)
  app.services.use(discussed).register(...kinds)
}

export { directory as whomToAsk } from './contacts.ts'

export const departmentsModule = defineModule(
  departments,
  {
    ...{ list, show, compare, version, add, change, save, putBack, markRead, links, share, revoke, visit },
    ...{ asks, exportAsks, oneAsk, ask, changeAsk, answer, size, rank, remind },
    ...{ directory, addContact, changeContact, removeContact },
  },
  { provide, jobs: [remindOfAsks] as never },
)
