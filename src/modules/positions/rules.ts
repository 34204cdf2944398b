export * from './rules/cost.ts'
export * from './rules/delivery.ts'
export * from './rules/hours.ts'
export * from './rules/state.ts'
