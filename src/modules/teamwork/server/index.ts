import './tables.ts'
import type { App } from '../../../kernel/app.ts'
import { defineModule } from '../../../kernel/module.ts'
import { homeNeeds } from '../../identity/server/index.ts'
import { teamwork } from '../contract.ts'
import { promise, saveAgreement, sayYes, settle, takeYesBack } from './agreements.ts'
import { agreement, agreements } from './agreements-show.ts'
import { needsOfTeamwork } from './needs.ts'

function provide(app: App): void {
  app.services.use(homeNeeds).register(needsOfTeamwork)
}

export const teamworkModule = defineModule(
  teamwork,
  { agreements, agreement, saveAgreement, sayYes, takeYesBack, promise, settle },
  { provide },
)
