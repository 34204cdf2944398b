import './tables.ts'
import { system } from '../../../kernel/actor.ts'
import { defineModule, job } from '../../../kernel/module.ts'
import { perform } from '../../../kernel/perform.ts'
import { load } from '../contract.ts'
import { agree, agreement } from './agreement.ts'
import { explain, exportLoad, show } from './show.ts'
import { share, signals } from './signals.ts'
import { watch } from './watching.ts'

export { belonging } from './groups.ts'
export { minutesUnestimated, type Open } from './open-items.ts'
export { type Piece, type Plan, planOf, replanned } from './planning.ts'
export { type FreeRoom, freeRoom } from './ports.ts'

/** Every night, so that a signal is there in the morning. */
const watchNightly = job<Record<string, never>>(
  'load.watchNightly',
  async (app) => {
    await perform(app, load.watch, {}, { actor: system('load'), via: 'job' })
  },
  { every: '20 3 * * *' },
)

export const loadModule = defineModule(
  load,
  { show, explain, exportLoad, signals, share, watch, agreement, agree },
  { jobs: [watchNightly] },
)
