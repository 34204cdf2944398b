import { catalogue } from '../../../engine/query/catalogue.ts'
import type { App } from '../../../kernel/app.ts'
import { defineModule } from '../../../kernel/module.ts'
import { marts } from '../../imports/server/index.ts'
import { optimiser } from '../contract.ts'
import { fit, fitCurves, forgetRunning, latest, stop } from './fits.ts'
import { importedRevenue, outcomeFact, outcomeMart, outcomes } from './outcomes.ts'
import { exportProposal, propose } from './proposal.ts'
import { readiness, show } from './show.ts'

function provide(app: App): void {
  app.services.use(marts).register(outcomeMart)
  const known = app.services.use(catalogue)
  known.addFact(outcomeFact)
  known.addMetrics(importedRevenue)
}

export const optimiserModule = defineModule(
  optimiser,
  { outcomes, readiness, latest, fit, stop, show, propose, exportProposal },
  { provide, ready: forgetRunning, jobs: [fitCurves] as never },
)
