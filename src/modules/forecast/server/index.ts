import { defineModule } from '../../../kernel/module.ts'
import { forecast } from '../contract.ts'
import { changes } from './changes.ts'
import { show } from './show.ts'

export const forecastModule = defineModule(forecast, { show, changes })
