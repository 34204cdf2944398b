import './tables.ts'
import './tables-learning.ts'
import type { App } from '../../../kernel/app.ts'
import { defineModule } from '../../../kernel/module.ts'
import { homeNeeds } from '../../identity/server/index.ts'
import { teamwork } from '../contract.ts'
import { promise, saveAgreement, sayYes, settle, takeYesBack } from './agreements.ts'
import { agreement, agreements } from './agreements-show.ts'
import { answerFeedback, feedback, giveFeedback, takeFeedbackBack, timeliness } from './feedback.ts'
import { addHand, moveHand, thank } from './hands.ts'
import { hands } from './hands-show.ts'
import { addImprovement, changeImprovement, measure, moveImprovement } from './improvements.ts'
import { addLesson, changeLesson, lessons, removeLesson } from './lessons.ts'
import { needsOfTeamwork } from './needs.ts'
import { changeReview, closeReview, openReview } from './reviews.ts'
import { improvements, review, reviews } from './reviews-show.ts'
import { addIncentive, changeIncentive, incentives, recognise, removeWin, wins } from './wins.ts'

export { similarLessons } from './lessons.ts'

function provide(app: App): void {
  app.services.use(homeNeeds).register(needsOfTeamwork)
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
  },
  { provide },
)
