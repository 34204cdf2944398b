import './tables.ts'
import type { App } from '../../../kernel/app.ts'
import { defineModule } from '../../../kernel/module.ts'
import { homeNeeds } from '../../identity/server/index.ts'
import { workPorts } from '../../work/server/index.ts'
import { proofing } from '../contract.ts'
import { decide, pin, reply, settle, takeBack } from './deciding.ts'
import { list } from './list.ts'
import { choices, nextRound, open, withdraw } from './opening.ts'
import { show } from './show.ts'
import { needsOfProofs, proofBadges, proofGuard } from './telling.ts'

function provide(app: App): void {
  app.services.use(homeNeeds).register(needsOfProofs)
  app.services.use(workPorts).mark(proofBadges)
  app.services.use(workPorts).guard(proofGuard)
}

export const proofingModule = defineModule(
  proofing,
  { list, show, choices, open, nextRound, withdraw, decide, takeBack, pin, reply, settle },
  { provide },
)
