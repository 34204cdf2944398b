import './tables.ts'
import type { App } from '../../../kernel/app.ts'
import { defineModule } from '../../../kernel/module.ts'
import { workPorts } from '../../work/server/index.ts'
import { priorities } from '../contract.ts'
import { apply, exportRanking } from './apply.ts'
import { paste, say } from './inputs.ts'
import { marks } from './marks.ts'
import { models, setModel } from './models.ts'
import { endOverride, override } from './overrides.ts'
import { rankedBoards } from './ranked-boards.ts'
import { ranking } from './ranking.ts'
import { weigh } from './weighing.ts'

export const prioritiesModule = defineModule(
  priorities,
  {
    ...{ ranking, rankedBoards, models, setModel, say, paste, override, endOverride, apply, weigh },
    export: exportRanking,
  },
  { provide: (app: App) => app.services.use(workPorts).mark(marks) },
)
