export * from './rules/goals.ts'
export * from './rules/kpi.ts'
export * from './rules/standing.ts'
