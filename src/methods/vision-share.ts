export { type Entry, isVision, type Unit } from './vision-share/entries.ts'
export { type Planned, type Price, priceOf, whyNotPrice } from './vision-share/price.ts'
export { restOf, type Share, type Slice, unlinked, visionShare } from './vision-share/share.ts'
export { dayByStageTime, type Held } from './vision-share/stage-time.ts'
