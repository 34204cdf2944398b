import { checks } from '../../../engine/checks.ts'
import { catalogue } from '../../../engine/query/catalogue.ts'
import type { App } from '../../../kernel/app.ts'
import { defineModule } from '../../../kernel/module.ts'
import { marts } from '../../imports/server/index.ts'
import { costs } from '../contract.ts'
import { add, change, remove, restore } from './actions.ts'
import { assume, assumptions } from './assumptions.ts'
import { costChecks } from './checks.ts'
import { costFacts, costMetrics } from './figures.ts'
import { costMart, rateMart } from './ledger.ts'
import { exportLines, list, people } from './list.ts'
import { adMart, webMart } from './marts.ts'
import { rates, removeRate, setRate } from './rates.ts'

export { enterInvoice, withdrawInvoice } from './actions.ts'
export { currentAssumptions } from './assumptions.ts'
export { dailyRates } from './ledger.ts'
export { atFirstLevel } from './levels.ts'
export { rateOn } from './rates.ts'

function provide(app: App): void {
  app.services.use(marts).register(adMart, webMart, rateMart, costMart)
  app.services.use(checks).push(...costChecks)
  const known = app.services.use(catalogue)
  for (const fact of costFacts) known.addFact(fact)
  known.addMetrics(...costMetrics)
  known.describe({
    platform: 'Advertising platform',
    ad_group: 'Ad group or ad set',
    ad: 'Advertisement',
    device: 'Device',
    audience: 'Age, gender or interest of an advertisement’s audience',
    level: 'Level of detail of an advertising report',
    currency: 'Currency of amounts',
    cost_kind: 'Kind of cost',
    original_currency: 'Currency a cost was paid in',
    channel_group: 'In person or digital',
  })
}

export const costsModule = defineModule(
  costs,
  {
    list,
    people,
    add,
    change,
    remove,
    restore,
    exportLines,
    rates,
    setRate,
    removeRate,
    assumptions,
    assume,
  },
  { provide },
)
