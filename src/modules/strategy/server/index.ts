import './tables.ts'
import type { App } from '../../../kernel/app.ts'
import { defineModule } from '../../../kernel/module.ts'
import { homeNeeds } from '../../identity/server/index.ts'
import { searched } from '../../search/server/index.ts'
import { discussed } from '../../threads/server/index.ts'
import { traced } from '../../trace/server/index.ts'
import { strategy } from '../contract.ts'
import { goal, goals } from './goal-show.ts'
import { addGoal, changeGoal, typeProgress } from './goals.ts'
import { kinds } from './kinds.ts'
import { kpi, kpis } from './kpi-show.ts'
import { kpiSteps } from './kpi-steps.ts'
import { keepKpiValue, kpiValues } from './kpi-values.ts'
import { proposeKpi, signKpi, withdrawKpi } from './kpis.ts'
import { testLead } from './lead.ts'
import { searchedStrategy } from './searched.ts'
import { agreedSettings, Settings } from './settings.ts'
import { addStep, changeStep, removeStep } from './steps.ts'
import { answerSuggestion, suggest } from './suggestions.ts'
import { needsOfStrategy } from './tell.ts'
import { compareVision, vision, visionVersion } from './vision-show.ts'
import { buyIn, putVisionBack, saveVision } from './visions.ts'

export { goalsOf } from './goal-show.ts'
export { addGoal } from './goals.ts'
export { inForce, visionInForce } from './in-force.ts'
export { kpis, kpisOf } from './kpi-show.ts'
export { agreedSettings } from './settings.ts'

function provide(app: App): void {
  app.services.provide(agreedSettings, new Settings())
  app.services.use(homeNeeds).register(needsOfStrategy)
  app.services.use(traced).register(...kinds)
  app.services.use(searched).register(...searchedStrategy)
  app.services.use(discussed).register(...kinds)
}

export const strategyModule = defineModule(
  strategy,
  {
    kpis,
    kpi,
    testLead,
    proposeKpi,
    signKpi,
    withdrawKpi,
    kpiSteps,
    kpiValues,
    keepKpiValue,
    goals,
    goal,
    addGoal,
    changeGoal,
    typeProgress,
    vision,
    compareVision,
    visionVersion,
    saveVision,
    putVisionBack,
    buyIn,
    suggest,
    answerSuggestion,
    addStep,
    changeStep,
    removeStep,
  },
  { provide },
)
