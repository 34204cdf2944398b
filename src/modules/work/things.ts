export * from './things/item.ts'
export * from './things/shown.ts'
