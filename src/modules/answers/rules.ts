export * from './rules/load.ts'
export * from './rules/questions.ts'
export * from './rules/ranking.ts'
