import './tables.ts'
import { defineModule } from '../../../kernel/module.ts'
import { activity } from '../contract.ts'
import { chain, choices, eventTypes, exportFeed, feed } from './feed.ts'
import { inbox, markAll, markNotice } from './inbox.ts'
import { Veils, veils } from './veils.ts'

export { notify } from './inbox.ts'
export { type Veil, veils } from './veils.ts'

export const activityModule = defineModule(
  activity,
  { feed, choices, exportFeed, chain, inbox, markNotice, markAll },
  {
    provide(app) {
      app.services.provide(veils, new Veils())
      const types = app.contracts.flatMap((contract) => Object.values(contract.events))
      app.services.provide(eventTypes, new Map(types.map((type) => [type.id, type])))
    },
  },
)
