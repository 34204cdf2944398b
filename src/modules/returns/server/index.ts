import { catalogue } from '../../../engine/query/catalogue.ts'
import type { App } from '../../../kernel/app.ts'
import { defineModule } from '../../../kernel/module.ts'
import { marts } from '../../imports/server/index.ts'
import { returns } from '../contract.ts'
import { economics } from './economics.ts'
import { returnFacts, returnMetrics } from './figures.ts'
import { customerMart, leadOpportunityMart } from './marts.ts'
import { exportTable, table } from './table.ts'

function provide(app: App): void {
  app.services.use(marts).register(leadOpportunityMart, customerMart)
  const known = app.services.use(catalogue)
  for (const fact of returnFacts) known.addFact(fact)
  known.addMetrics(...returnMetrics)
}

export const returnsModule = defineModule(returns, { table, exportTable, economics }, { provide })
