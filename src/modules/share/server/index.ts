import './tables.ts'
import type { App } from '../../../kernel/app.ts'
import { defineModule } from '../../../kernel/module.ts'
import { homeNeeds } from '../../identity/server/index.ts'
import { share } from '../contract.ts'
import { explain, exportPieces } from './explain.ts'
import { Moves, shareMoves } from './moves.ts'
import { needsOfShare } from './needs.ts'
import { ofItem, price } from './price.ts'
import { show } from './show.ts'
import { setTarget } from './target.ts'

export { announce } from './announce.ts'
export { type Agreed, shareMoves } from './moves.ts'
export { pointsOf } from './price.ts'

function provide(app: App): void {
  app.services.provide(shareMoves, new Moves())
  app.services.use(homeNeeds).register(needsOfShare)
}

export const shareModule = defineModule(
  share,
  { show, explain, exportPieces, price, ofItem, setTarget },
  { provide },
)
