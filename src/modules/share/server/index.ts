import './tables.ts'
import type { App } from '../../../kernel/app.ts'
import { defineModule } from '../../../kernel/module.ts'
import { homeNeeds } from '../../identity/server/index.ts'
import { share } from '../contract.ts'
import { explain, exportPieces } from './explain.ts'
import { needsOfShare } from './needs.ts'
import { ofItem, price } from './price.ts'
import { show } from './show.ts'
import { setTarget } from './target.ts'

export { priceOf } from './price.ts'

const provide = (app: App): void => app.services.use(homeNeeds).register(needsOfShare)

export const shareModule = defineModule(
  share,
  { show, explain, exportPieces, price, ofItem, setTarget },
  { provide },
)
