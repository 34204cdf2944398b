import { defineModule } from '../../../kernel/module.ts'
import { dashboards } from '../contract.ts'
import { add, change, duplicate, remove, restore, share } from './actions.ts'
import { list, show } from './boards.ts'

export const dashboardsModule = defineModule(dashboards, {
  list,
  show,
  add,
  change,
  share,
  duplicate,
  remove,
  restore,
})
