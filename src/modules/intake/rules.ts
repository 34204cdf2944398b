export { whyNotAnswers, whyNotType } from './rules/answers.ts'
export { earliestOf, type Pace, unsteadiness, withHours } from './rules/earliest.ts'
export {
  nameOf,
  quickerInWords,
  reasonTitle,
  stageInWords,
  stateInWords,
  stateTitle,
  whyNotAppeal,
  whyNotComplete,
  whyNotDecide,
  whyNotReply,
  whyNotWithdraw,
} from './rules/states.ts'
export { whyNotHours, whyNotUrgent } from './rules/terms.ts'
