import { catalogue } from '../../../engine/query/catalogue.ts'
import type { App } from '../../../kernel/app.ts'
import { defineModule } from '../../../kernel/module.ts'
import { creative } from '../contract.ts'
import { assets } from './assets.ts'
import { creativeFact, creativeMetrics } from './facts.ts'

function provide(app: App): void {
  app.services.use(catalogue).addFact(creativeFact)
  app.services.use(catalogue).addMetrics(...creativeMetrics)
}

export const creativeModule = defineModule(creative, { assets }, { provide })
