import './tables.ts'
import type { App } from '../../../kernel/app.ts'
import { defineModule } from '../../../kernel/module.ts'
import { attached } from '../../files/server/index.ts'
import { homeNeeds } from '../../identity/server/index.ts'
import { searched } from '../../search/server/index.ts'
import { shareMoves } from '../../share/server/index.ts'
import { discussed } from '../../threads/server/index.ts'
import { intake } from '../contract.ts'
import { accept, price } from './accepting.ts'
import { consent, displacement } from './consenting.ts'
import { askBack, complete, decline, defer, merge, settleAppeal } from './deciding.ts'
import { displaceable } from './displacing.ts'
import { figureRows, figures } from './figures.ts'
import { door, file, mine, openFiles, openForm } from './filing.ts'
import { addFiles, appeal, follow, reply, takeAlternative, withdraw } from './following.ts'
import { attachedRequests, discussedRequests, needsOfIntake, searchedRequests } from './kinds.ts'
import { handOutLink } from './links.ts'
import { listeners } from './listeners.ts'
import { fromMail } from './mailing.ts'
import { acceptedSince } from './moving.ts'
import { outlook } from './outlook.ts'
import { alike, list, show } from './show.ts'
import { tellAskers } from './telling.ts'
import { addType, changeType, retireType, types, typeVersions } from './types.ts'
import { undo } from './undoing.ts'

function provide(app: App): void {
  app.services.use(shareMoves).register(acceptedSince)
  app.services.use(attached).register(attachedRequests)
  app.services.use(discussed).register(discussedRequests)
  app.services.use(searched).register(searchedRequests)
  app.services.use(homeNeeds).register(needsOfIntake)
}

export const intakeModule = defineModule(
  intake,
  {
    ...{ door, outlook, openForm, openFiles, file, mine },
    ...{ follow, reply, appeal, withdraw, takeAlternative, addFiles },
    ...{ list, show, alike, displaceable, price, accept, decline, defer, merge, askBack },
    ...{ undo, complete, settleAppeal, fromMail, handOutLink },
    ...{ displacement, consent, figures, figureRows },
    ...{ types, addType, changeType, retireType, typeVersions },
  },
  { provide, listeners, jobs: [tellAskers] as never },
)
