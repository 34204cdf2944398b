export * from './rules/days.ts'
export * from './rules/overlap.ts'
export * from './rules/readiness.ts'
export * from './rules/state.ts'
