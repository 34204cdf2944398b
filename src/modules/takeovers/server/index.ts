import './tables.ts'
import { defineModule } from '../../../kernel/module.ts'
import { takeovers } from '../contract.ts'
import { discard, inspect, list, origin, rejects, show, understand } from './actions.ts'
import { land, undo } from './landing.ts'

export const takeoversModule = defineModule(takeovers, {
  ...{ list, show, inspect, understand, discard, land, undo, rejects, origin },
})
