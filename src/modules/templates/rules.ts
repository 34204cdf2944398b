export * from './rules/plan.ts'
export * from './rules/steps.ts'
