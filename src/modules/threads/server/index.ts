import './tables.ts'
import { defineModule } from '../../../kernel/module.ts'
import { threads } from '../contract.ts'
import { comment, edit, putBack, remove, resolve } from './actions.ts'
import { discussed, Kinds } from './registry.ts'
import { history, people, show } from './show.ts'
import { read, watch } from './watch.ts'

export { forget, keepForeign, saidSince } from './foreign.ts'
export { unreadMentions } from './mentions.ts'
export { discussed, type Kind, requireRecord } from './registry.ts'

export const threadsModule = defineModule(
  threads,
  { show, people, history, comment, edit, remove, putBack, resolve, watch, read },
  { provide: (app) => app.services.provide(discussed, new Kinds()) },
)
