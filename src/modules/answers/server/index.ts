import './tables.ts'
import type { App } from '../../../kernel/app.ts'
import { defineModule } from '../../../kernel/module.ts'
import { homeNeeds } from '../../identity/server/index.ts'
import { searched } from '../../search/server/index.ts'
import { discussed } from '../../threads/server/index.ts'
import { answers } from '../contract.ts'
import { publish, review, save } from './answering.ts'
import { ask, faqAsk, openForm, putBack, takeBack } from './asking.ts'
import { merge, part } from './grouping.ts'
import { addGuide, changeGuide, retireGuide, serve } from './guides.ts'
import { guide, guideKinds, guides, guidesFor } from './guides-show.ts'
import { discussedAnswers, needsOfAnswers, searchedAnswers } from './kinds.ts'
import { questions } from './lines.ts'
import { assume, assumptions, load } from './load.ts'
import { faq, find, like, resembling } from './published.ts'
import { show } from './show.ts'
import { faqVerdict, markRead, verdict } from './verdicts.ts'

export { ask as noteAsked, takeBack as takeAskedBack } from './asking.ts'
export { similarAnswers } from './published.ts'

function provide(app: App): void {
  app.services.use(discussed).register(...discussedAnswers)
  app.services.use(searched).register(...searchedAnswers)
  app.services.use(homeNeeds).register(needsOfAnswers)
}

export const answersModule = defineModule(
  answers,
  {
    ...{
      find,
      faq,
      verdict,
      faqVerdict,
      markRead,
      questions,
      like,
      show,
      resembling,
      ask,
      takeBack,
      putBack,
    },
    ...{ openForm, faqAsk, merge, part, save, publish, review, load, assumptions, assume },
    ...{ guides, guide, guidesFor, guideKinds, addGuide, changeGuide, retireGuide, serve },
  },
  { provide },
)
