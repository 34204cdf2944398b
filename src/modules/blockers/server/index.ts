import './tables.ts'
import type { App } from '../../../kernel/app.ts'
import { defineModule } from '../../../kernel/module.ts'
import { veils } from '../../activity/server/index.ts'
import { homeNeeds } from '../../identity/server/index.ts'
import { workPorts } from '../../work/server/index.ts'
import { blockers } from '../contract.ts'
import { block, change } from './blocking.ts'
import { answer, escalate, nudge, reopen, unblock } from './ending.ts'
import { answerMine, mine } from './guest.ts'
import { blockedItems, guardDone, markBlocked, needsOfBlockers, unseenBlockers } from './joining.ts'
import { ledger } from './ledger.ts'
import { choices, list } from './show.ts'

function provide(app: App): void {
  const ports = app.services.use(workPorts)
  ports.mark(markBlocked)
  ports.condition('blocked', blockedItems)
  ports.guard(guardDone)
  app.services.use(homeNeeds).register(needsOfBlockers)
  app.services.use(veils).add(unseenBlockers)
}

export { type BroughtBlocker, bringBlocker } from './bring-in.ts'
export { list } from './show.ts'

export const blockersModule = defineModule(
  blockers,
  {
    ...{ list, choices, block, change, unblock, reopen, escalate, nudge, answer },
    ...{ mine, answerMine, ledger },
  },
  { provide },
)
