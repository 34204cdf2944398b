import './tables.ts'
import type { App } from '../../../kernel/app.ts'
import { defineModule, on } from '../../../kernel/module.ts'
import { campaigns } from '../../campaigns/contract.ts'
import { changeImpacts } from '../../campaigns/server/index.ts'
import { homeNeeds } from '../../identity/server/index.ts'
import { searched } from '../../search/server/index.ts'
import { templates } from '../contract.ts'
import { followClone, followLaunch, needsOfSteps, stepImpact } from './follow.ts'
import { keep } from './keep.ts'
import { finish, move, reopen, tryMove } from './moves.ts'
import { plan } from './plan.ts'
import { searchedTemplates } from './searched.ts'
import { preview, start } from './start.ts'
import { addStep, changeStep, removeStep } from './steps.ts'
import { add, change, list, restore, retire, show } from './templates.ts'

export { stepCounts, stepsAt } from './standing.ts'

function provide(app: App): void {
  app.services.use(searched).register(searchedTemplates)
  app.services.use(homeNeeds).register(needsOfSteps)
  app.services.use(changeImpacts).register(stepImpact)
}

export const templatesModule = defineModule(
  templates,
  {
    list,
    show,
    add,
    keep,
    change,
    retire,
    restore,
    preview,
    start,
    plan,
    addStep,
    changeStep,
    removeStep,
    finish,
    reopen,
    tryMove,
    move,
  },
  {
    provide,
    listeners: [
      on(campaigns.events.changed, followLaunch),
      on(campaigns.events.changeAccepted, followLaunch),
      on(campaigns.events.cloned, followClone),
    ],
  },
)
