import './tables.ts'
import './tables-learning.ts'
import './tables-people.ts'
import type { App } from '../../../kernel/app.ts'
import { defineModule } from '../../../kernel/module.ts'
import { homeNeeds } from '../../identity/server/index.ts'
import { searched } from '../../search/server/index.ts'
import { discussed } from '../../threads/server/index.ts'
import { teamwork } from '../contract.ts'
import { AgendaSources, agendaSources, ownSources } from './agenda.ts'
import { promise, saveAgreement, sayYes, settle, takeYesBack } from './agreements.ts'
import { agreement, agreements } from './agreements-show.ts'
import { checkIn, checkIns } from './check-ins-show.ts'
import {
  addWorkType,
  agreeDelegation,
  delegations,
  endDelegation,
  lookAtDelegation,
  proposeDelegation,
  WorkTypes,
  workTypePort,
  workTypes,
} from './delegations.ts'
import { answerFeedback, feedback, giveFeedback, takeFeedbackBack, timeliness } from './feedback.ts'
import { addHand, moveHand, thank } from './hands.ts'
import { hands } from './hands-show.ts'
import { addImprovement, changeImprovement, measure, moveImprovement } from './improvements.ts'
import { reviewKind, searchedTeamwork } from './kinds.ts'
import { addLesson, changeLesson, lessons, removeLesson } from './lessons.ts'
import { needsOfTeamwork } from './needs.ts'
import { addPoint, changePoint, hold, missedCheckIns, undoHolding } from './points.ts'
import { changePrompts, prompts } from './prompts.ts'
import { changeReview, closeReview, openReview } from './reviews.ts'
import { improvements, review, reviews } from './reviews-show.ts'
import { addSeries, changeSeries } from './series.ts'
import { addIncentive, changeIncentive, incentives, recognise, removeWin, wins } from './wins.ts'

export { agendaSources } from './agenda.ts'
export { workTypePort } from './delegations.ts'
export { addImprovement } from './improvements.ts'
export { similarLessons } from './lessons.ts'
export { promptFor } from './prompts.ts'

function provide(app: App): void {
  const agenda = new AgendaSources()
  agenda.register(...ownSources)
  app.services.provide(agendaSources, agenda)
  app.services.provide(workTypePort, new WorkTypes())
  app.services.use(homeNeeds).register(needsOfTeamwork)
  app.services.use(searched).register(...searchedTeamwork)
  app.services.use(discussed).register(reviewKind)
}

export const teamworkModule = defineModule(
  teamwork,
  {
    ...{ agreements, agreement, saveAgreement, sayYes, takeYesBack, promise, settle },
    ...{ reviews, review, openReview, changeReview, closeReview },
    ...{ improvements, addImprovement, changeImprovement, measure, moveImprovement },
    ...{ hands, addHand, moveHand, thank, wins, recognise, removeWin },
    ...{ incentives, addIncentive, changeIncentive },
    ...{ feedback, timeliness, giveFeedback, answerFeedback, takeFeedbackBack },
    ...{ lessons, addLesson, changeLesson, removeLesson },
    ...{ checkIns, checkIn, addSeries, changeSeries, addPoint, changePoint, hold, undoHolding },
    ...{ delegations, proposeDelegation, agreeDelegation, lookAtDelegation, endDelegation },
    ...{ workTypes, addWorkType, prompts, changePrompts },
  },
  { provide, jobs: [missedCheckIns] as never },
)
