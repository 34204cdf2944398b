import './tables.ts'
import { system } from '../../../kernel/actor.ts'
import type { App } from '../../../kernel/app.ts'
import { defineModule, job, on } from '../../../kernel/module.ts'
import { perform } from '../../../kernel/perform.ts'
import { homeNeeds } from '../../identity/server/index.ts'
import { imports } from '../../imports/contract.ts'
import { isLanding } from '../../imports/server/index.ts'
import { forecast } from '../contract.ts'
import { act, actions, changeAction } from './actions.ts'
import { anomalies, seeAnomaly, watch } from './anomalies.ts'
import { changes } from './changes.ts'
import { coverage } from './coverage.ts'
import { landing } from './landing.ts'
import { needsOfForecast } from './needs.ts'
import { show } from './show.ts'
import { setTarget } from './targets.ts'

export { inOneCurrency } from './currency.ts'
export { show as foresee } from './show.ts'

const provide = (app: App): void => app.services.use(homeNeeds).register(needsOfForecast)

const look = async (app: App): Promise<void> => {
  await perform(app, forecast.watch, {}, { actor: system('forecast'), via: 'job' })
}
const watchFigures = job<Record<string, never>>('forecast.watch', look, { every: '40 5 * * *' })

/** Many files land one after another: figures are looked at once, when the last is in. */
export const watchLanded = job<Record<string, never>>(
  'forecast.watchLanded',
  async (app) => {
    if (await isLanding(app.db))
      await app.jobs.enqueue(app.db, [{ name: 'forecast.watchLanded', payload: {} }])
    else await look(app)
  },
  { gathersForSeconds: 60 },
)
const lookAgain = on(imports.events.landed, async (ctx, { payload }) => {
  if (payload.changed !== 0) ctx.enqueue(watchLanded, {})
})

export const forecastModule = defineModule(
  forecast,
  {
    show,
    coverage,
    landing,
    setTarget,
    changes,
    actions,
    act,
    changeAction,
    anomalies,
    watch,
    seeAnomaly,
  },
  { provide, listeners: [lookAgain], jobs: [watchFigures, watchLanded] as never },
)
