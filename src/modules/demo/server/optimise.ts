import { setTimeout as wait } from 'node:timers/promises'
import { system } from '../../../kernel/actor.ts'
import type { App } from '../../../kernel/app.ts'
import { perform } from '../../../kernel/perform.ts'
import { optimiser } from '../../optimiser/contract.ts'

const metric = 'ad_conversions'

/** Curves of what spend brings, where there are weeks enough to fit them. */
export async function fitTheWeeks(app: App): Promise<void> {
  const call = { actor: system('demo'), via: 'job' }
  const { refused } = await perform(app, optimiser.readiness, { metric }, call)
  if (refused !== null) return
  await perform(app, optimiser.fit, { metric }, { ...call, idempotencyKey: 'demo-optimiser' })
  while ((await perform(app, optimiser.latest, { metric }, call)).run?.state === 'running') await wait(200)
}
