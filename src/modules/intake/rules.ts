export { whyNotAnswers, whyNotType } from './rules/answers.ts'
export { earliestOf, type Pace } from './rules/earliest.ts'
export { priced } from './rules/price.ts'
export {
  nameOf,
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
