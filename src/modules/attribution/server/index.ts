import { catalogue } from '../../../engine/query/catalogue.ts'
import type { App } from '../../../kernel/app.ts'
import { defineModule } from '../../../kernel/module.ts'
import { ingredients, marts } from '../../imports/server/index.ts'
import { attribution } from '../contract.ts'
import { explain } from './explain.ts'
import { creditFacts, creditMetrics } from './facts.ts'
import { forgetRunning, intervals, measure, measureIntervals, stopIntervals } from './intervals.ts'
import { journeys } from './journeys.ts'
import { attributionMart } from './mart.ts'
import { report } from './report.ts'
import { changeSettings, currentSettings, settings } from './settings.ts'
import { timeline } from './timeline.ts'
import { totals } from './totals.ts'

export { currentSettings } from './settings.ts'

function provide(app: App): void {
  app.services.use(marts).register(attributionMart)
  app.services.use(ingredients).push(async (db) => (await currentSettings(db)).version)
  for (const fact of creditFacts) app.services.use(catalogue).addFact(fact)
  app.services.use(catalogue).addMetrics(...creditMetrics)
  app.services.use(catalogue).describe({ attributed: 'Whether a touch led to the sale: yes or no' })
}

export const attributionModule = defineModule(
  attribution,
  {
    report,
    totals,
    journeys,
    timeline,
    explain,
    settings,
    changeSettings,
    intervals,
    measureIntervals,
    stopIntervals,
  },
  { provide, ready: forgetRunning, jobs: [measure] as never },
)
