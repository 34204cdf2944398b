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
import { saleFacts, saleMetrics } from './sale-facts.ts'
import { changeSettings, currentSettings, settings } from './settings.ts'
import { timeline } from './timeline.ts'
import { totals } from './totals.ts'

export { currentSettings } from './settings.ts'

function provide(app: App): void {
  app.services.use(marts).register(attributionMart)
  app.services.use(ingredients).push(async (db) => (await currentSettings(db)).version)
  const known = app.services.use(catalogue)
  for (const fact of [...creditFacts, ...saleFacts]) known.addFact(fact)
  known.addMetrics(...creditMetrics, ...saleMetrics)
  known.describe({
    attributed: 'Whether a touch led to the sale: yes or no',
    counted_currency: 'Currency a sale counts in: the organisation’s, where a rate is known',
  })
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
