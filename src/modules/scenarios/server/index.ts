import './tables.ts'
import { defineModule } from '../../../kernel/module.ts'
import { inTurn } from '../../budget/server/index.ts'
import { searched } from '../../search/server/index.ts'
import { scenarios } from '../contract.ts'
import { adopt } from './adopting.ts'
import { edit, move, scale } from './changing.ts'
import { compare } from './compare.ts'
import { effects } from './effects.ts'
import { add, make, refresh, remove, restore, say } from './making.ts'
import { searchedScenarios } from './searched.ts'
import { list, show } from './show.ts'
import { takeBack } from './taking-back.ts'

export const scenariosModule = defineModule(
  scenarios,
  {
    ...{ list, show, compare, effects },
    ...inTurn({ make, say, edit, add, scale, move, refresh, remove, restore, adopt, takeBack }),
  },
  { provide: (app) => app.services.use(searched).register(searchedScenarios) },
)
