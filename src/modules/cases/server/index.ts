import './tables.ts'
import { defineModule } from '../../../kernel/module.ts'
import { searched } from '../../search/server/index.ts'
import { traced } from '../../trace/server/index.ts'
import { cases } from '../contract.ts'
import { change, make, remark, remove, restore } from './actions.ts'
import { setBar } from './bar.ts'
import { caseKind } from './kind.ts'
import { searchedCases } from './searched.ts'
import { list, show } from './show.ts'

export const casesModule = defineModule(
  cases,
  { list, show, setBar, make, change, remark, remove, restore },
  {
    provide(app) {
      app.services.use(traced).register(caseKind)
      app.services.use(searched).register(searchedCases)
    },
  },
)
