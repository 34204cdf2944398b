export * from './rules/agency.ts'
export * from './rules/delivery.ts'
