export { attributeSources } from './attribute-sources.ts'
export type { Declaration } from './declaration.ts'
export { declarations } from './declarations.ts'
export {
  type Column,
  columnsRead,
  type Mapping,
  type Only,
  type Part,
  type Recognition,
  type Sheet,
  type Term,
} from './mapping.ts'
export { recognise } from './recognise.ts'
