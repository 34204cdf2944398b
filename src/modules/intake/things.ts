export * from './things/outlook.ts'
export * from './things/request.ts'
export * from './things/type.ts'
