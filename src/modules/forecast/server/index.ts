import './tables.ts'
import { system } from '../../../kernel/actor.ts'
import type { App } from '../../../kernel/app.ts'
import { defineModule, job } from '../../../kernel/module.ts'
import { perform } from '../../../kernel/perform.ts'
import { homeNeeds } from '../../identity/server/index.ts'
import { forecast } from '../contract.ts'
import { act, actions, changeAction } from './actions.ts'
import { anomalies, seeAnomaly, watch } from './anomalies.ts'
import { changes } from './changes.ts'
import { coverage } from './coverage.ts'
import { landing } from './landing.ts'
import { needsOfForecast } from './needs.ts'
import { show } from './show.ts'
import { setTarget } from './targets.ts'

const provide = (app: App): void => app.services.use(homeNeeds).register(needsOfForecast)

const everyMorning = '40 5 * * *'
const watchFigures = job<Record<string, never>>(
  'forecast.watch',
  async (app) => {
    await perform(app, forecast.watch, {}, { actor: system('forecast'), via: 'job' })
  },
  everyMorning,
)

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
  { provide, jobs: [watchFigures] as never },
)
