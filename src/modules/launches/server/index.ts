import './tables.ts'
import type { App } from '../../../kernel/app.ts'
import { defineModule, on } from '../../../kernel/module.ts'
import { campaigns } from '../../campaigns/contract.ts'
import { homeNeeds } from '../../identity/server/index.ts'
import { discussed } from '../../threads/server/index.ts'
import { traced } from '../../trace/server/index.ts'
import { launches } from '../contract.ts'
import { add, change, setState } from './actions.ts'
import { addCampaign, fit, followFirstDay, removeCampaign } from './campaigns.ts'
import { exportLaunches } from './export.ts'
import { given } from './given.ts'
import { launchKind } from './kind.ts'
import { move, tryMove, undoMove } from './moves.ts'
import { needsOfLaunches } from './needs.ts'
import { choices, list, show } from './show.ts'

function provide(app: App): void {
  app.services.use(homeNeeds).register(needsOfLaunches)
  app.services.use(traced).register(launchKind)
  app.services.use(discussed).register(launchKind)
}

export const launchesModule = defineModule(
  launches,
  {
    ...{ list, show, choices, add, change, setState, given, exportLaunches },
    ...{ tryMove, move, undoMove, addCampaign, removeCampaign, fit },
  },
  {
    provide,
    listeners: [
      on(campaigns.events.changed, followFirstDay),
      on(campaigns.events.changeAccepted, followFirstDay),
    ],
  },
)
