export * from './rules/definition.ts'
export * from './rules/value.ts'
