import './tables.ts'
import type { App } from '../../../kernel/app.ts'
import { defineModule } from '../../../kernel/module.ts'
import { homeNeeds } from '../../identity/server/index.ts'
import { forecast } from '../contract.ts'
import { act, actions, changeAction } from './actions.ts'
import { changes } from './changes.ts'
import { landing } from './landing.ts'
import { needsOfForecast } from './needs.ts'
import { show } from './show.ts'
import { setTarget } from './targets.ts'

const provide = (app: App): void => app.services.use(homeNeeds).register(needsOfForecast)

export const forecastModule = defineModule(
  forecast,
  { show, landing, setTarget, changes, actions, act, changeAction },
  { provide },
)
