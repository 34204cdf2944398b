export * from './rules/agreements.ts'
