import './tables.ts'
import { system } from '../../../kernel/actor.ts'
import { defineModule, job } from '../../../kernel/module.ts'
import { perform } from '../../../kernel/perform.ts'
import { drift } from '../contract.ts'
import { keep, review, unreview } from './keeping.ts'
import { exportLines, show } from './show.ts'

/** Every night, so that a week is kept as it ended. */
const keepWeek = job<Record<string, never>>(
  'drift.keepWeek',
  async (app) => {
    await perform(app, drift.keep, {}, { actor: system('drift'), via: 'job' })
  },
  { every: '50 2 * * *' },
)

export const driftModule = defineModule(
  drift,
  { show, exportLines, keep, review, unreview },
  { jobs: [keepWeek] },
)
