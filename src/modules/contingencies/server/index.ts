import './tables.ts'
import { defineModule } from '../../../kernel/module.ts'
import { contingencies } from '../contract.ts'
import { activate, add, change, end, rehearse, remove } from './actions.ts'
import { check, checkTriggers } from './check.ts'
import { list } from './show.ts'

export { coverOf } from './cover.ts'

export const contingenciesModule = defineModule(
  contingencies,
  { list, add, change, remove, rehearse, activate, end, check },
  { jobs: [checkTriggers] as never },
)
