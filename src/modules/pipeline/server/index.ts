import { checks } from '../../../engine/checks.ts'
import { catalogue } from '../../../engine/query/catalogue.ts'
import type { App } from '../../../kernel/app.ts'
import { defineModule } from '../../../kernel/module.ts'
import { homeNeeds } from '../../identity/server/index.ts'
import { ingredients, marts, organisation } from '../../imports/server/index.ts'
import { agreedSettings } from '../../strategy/server/index.ts'
import { pipeline } from '../contract.ts'
import { explain } from './behind.ts'
import { pipelineChecks } from './checks.ts'
import { answerDispute, dispute, disputes } from './disputes.ts'
import { facts } from './facts.ts'
import { pipelineMetrics } from './figures.ts'
import { conversion, funnel } from './funnel.ts'
import { funnelMart } from './funnel-mart.ts'
import { handoverMetrics } from './handover-figures.ts'
import { lead, leads } from './leads.ts'
import { needsOfPipeline } from './needs.ts'
import { opportunities, opportunity } from './opportunities.ts'
import { opportunityMart } from './opportunity-mart.ts'
import { changeStages, currentStages, stages } from './stages.ts'
import { sla, timeInStage } from './time.ts'
import { trajectory } from './trajectory.ts'
import { undatedStages } from './undated-check.ts'
import { velocity, winLoss } from './win-loss.ts'

export { daysSql, leadFact } from './cohort.ts'
export { currentStages } from './stages.ts'
export { newestDay } from './trajectory.ts'

const onStages = new Set([...pipelineMetrics, ...handoverMetrics].map((one) => one.id))

function provide(app: App): void {
  app.services.use(homeNeeds).register(needsOfPipeline)
  app.services.use(marts).register(opportunityMart, funnelMart)
  app.services.use(ingredients).push(async (db) => (await currentStages(db)).version)
  for (const fact of facts) app.services.use(catalogue).addFact(fact)
  const now = async () => ({
    stages: (await currentStages(app.db)).stages,
    zone: (await organisation(app.db)).zone,
  })
  app.services.use(checks).push(...pipelineChecks, undatedStages(now))
  app.services.use(catalogue).addMetrics(...pipelineMetrics, ...handoverMetrics)
  app.services.use(agreedSettings).register({
    name: 'the stages',
    bears: (metric) => onStages.has(metric),
    version: async (db) => (await currentStages(db)).version,
  })
  app.services.use(catalogue).describe({
    owner: 'Sales person',
    manager: 'Manager of the sales person',
    product: 'Product',
    product_family: 'Product family or series',
    stage: 'Stage of the opportunity as its source names it',
    outcome: 'Open, won or lost',
    loss_reason: 'Why an opportunity was lost',
    rejection_reason: 'Why sales rejected a lead',
    developer: 'Sales development representative',
    landing_page: 'First page a person landed on',
    team: 'Sales team',
    sold_currency: 'Currency an opportunity is sold in; its amount may count in another by a rate',
  })
}

export const pipelineModule = defineModule(
  pipeline,
  {
    stages,
    changeStages,
    funnel,
    conversion,
    trajectory,
    timeInStage,
    velocity,
    opportunities,
    opportunity,
    winLoss,
    sla,
    explain,
    leads,
    lead,
    disputes,
    dispute,
    answerDispute,
  },
  { provide },
)
