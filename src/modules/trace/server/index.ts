import { defineModule } from '../../../kernel/module.ts'
import { trace } from '../contract.ts'
import { Kinds, traced } from './registry.ts'
import { candidates, link, show } from './show.ts'

export { idsBelow, linkEach, linkUp, linkUpAll, parentsOf, unlinkAll } from './links.ts'
export { chainsOf, keyOf, type Ref, reaching } from './reaching.ts'
export { type Kind, readableNames, traced } from './registry.ts'

export const traceModule = defineModule(
  trace,
  { show, candidates, link },
  { provide: (app) => app.services.provide(traced, new Kinds()) },
)
