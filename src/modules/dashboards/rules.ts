export * from './rules/sharing.ts'
export * from './rules/tiles.ts'
