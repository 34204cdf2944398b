import './tables.ts'
import type { App } from '../../../kernel/app.ts'
import { defineModule } from '../../../kernel/module.ts'
import { veils } from '../../activity/server/index.ts'
import { searched } from '../../search/server/index.ts'
import { routines } from '../contract.ts'
import { add, change, makeNow, pause, stop, takeBack } from './actions.ts'
import { makeDue } from './due.ts'
import { clearException, moveOne, skip } from './exceptions.ts'
import { history, list, preview, show } from './reading.ts'
import { searchedRoutines } from './searched.ts'
import {
  addTemplate,
  changeTemplate,
  retireTemplate,
  templates,
  templateVersions,
  useTemplate,
} from './templates.ts'
import { unseenRoutines } from './veil.ts'

export const routinesModule = defineModule(
  routines,
  {
    ...{ templates, addTemplate, changeTemplate, retireTemplate, templateVersions, useTemplate },
    ...{ list, show, preview, add, change, pause, stop, history, makeNow, takeBack },
    ...{ skip, moveOne, clearException },
  },
  {
    provide(app: App) {
      app.services.use(searched).register(searchedRoutines)
      app.services.use(veils).add(unseenRoutines)
    },
    jobs: [makeDue],
  },
)
