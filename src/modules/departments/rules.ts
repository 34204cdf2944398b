export * from './rules/asks.ts'
export * from './rules/pages.ts'
