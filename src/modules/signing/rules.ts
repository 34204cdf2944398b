export { usedBy } from './rules/cover.ts'
export { type Figures, figuresDoubt, settingsDoubt } from './rules/doubts.ts'
export * from './rules/signing.ts'
