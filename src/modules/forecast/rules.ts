export * from './rules/changes.ts'
export * from './rules/landing.ts'
export * from './rules/periods.ts'
export * from './rules/words.ts'
