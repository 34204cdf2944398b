import './tables.ts'
import { defineModule } from '../../../kernel/module.ts'
import { activity } from '../contract.ts'
import { chain, choices, eventTypes, exportFeed, feed } from './feed.ts'
import { inbox, markAll, markNotice } from './inbox.ts'

export { notify } from './inbox.ts'

export const activityModule = defineModule(
  activity,
  { feed, choices, exportFeed, chain, inbox, markNotice, markAll },
  {
    provide(app) {
      const types = app.contracts.flatMap((contract) => Object.values(contract.events))
      app.services.provide(eventTypes, new Map(types.map((type) => [type.id, type])))
    },
  },
)
