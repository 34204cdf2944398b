import './tables.ts'
import type { App } from '../../../kernel/app.ts'
import { defineModule, on } from '../../../kernel/module.ts'
import { homeNeeds } from '../../identity/server/index.ts'
import { trace } from '../../trace/contract.ts'
import { traced } from '../../trace/server/index.ts'
import { strategy } from '../contract.ts'
import { goal, goals } from './goal-show.ts'
import { addGoal, changeGoal, judgeLink, typeProgress } from './goals.ts'
import { kinds } from './kinds.ts'
import { kpi, kpis } from './kpi-show.ts'
import { kpiSteps } from './kpi-steps.ts'
import { keepKpiValue, kpiValues } from './kpi-values.ts'
import { proposeKpi, signKpi, withdrawKpi } from './kpis.ts'
import { testLead } from './lead.ts'
import { answerRemark, remark } from './remarks.ts'
import { agreedSettings, Settings } from './settings.ts'
import { addStep, changeStep, removeStep } from './steps.ts'
import { needsOfStrategy } from './tell.ts'
import { compareVision, vision, visionVersion } from './vision-show.ts'
import { buyIn, putVisionBack, saveVision } from './visions.ts'

export { inForce, visionInForce } from './in-force.ts'
export { agreedSettings } from './settings.ts'

function provide(app: App): void {
  app.services.provide(agreedSettings, new Settings())
  app.services.use(homeNeeds).register(needsOfStrategy)
  app.services.use(traced).register(...kinds)
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
    remark,
    answerRemark,
    addStep,
    changeStep,
    removeStep,
  },
  { provide, listeners: [on(trace.events.linked, judgeLink)] },
)
