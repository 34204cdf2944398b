import './tables.ts'
import { defineModule } from '../../../kernel/module.ts'
import { homeNeeds } from '../../identity/server/index.ts'
import { questionnaire } from '../contract.ts'
import { answer, ask, makeGoal, remind, reopen, submit } from './actions.ts'
import { changeQuestions, questions } from './sets.ts'
import { list, show } from './show.ts'
import { needsOfQuestionnaire, remindOfQuestionnaires } from './tell.ts'

export const questionnaireModule = defineModule(
  questionnaire,
  { questions, changeQuestions, list, show, ask, answer, submit, reopen, remind, makeGoal },
  {
    provide: (app) => app.services.use(homeNeeds).register(needsOfQuestionnaire),
    jobs: [remindOfQuestionnaires] as never,
  },
)
