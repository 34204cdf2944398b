export * from './things/item.ts'
export * from './things/lists.ts'
export * from './things/shown.ts'
