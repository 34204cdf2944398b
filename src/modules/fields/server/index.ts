import './tables.ts'
import { defineModule } from '../../../kernel/module.ts'
import { fields } from '../contract.ts'
import { change, define, list, order, restore, retire } from './definitions.ts'
import { FieldKinds, fieldKinds } from './kinds.ts'

export { definitionsOf, isSeen } from './definitions.ts'
export { fieldKinds } from './kinds.ts'
export {
  keptValues,
  lackOfFields,
  requireValues,
  seenValues,
  usableValues,
  valueKeeper,
} from './values.ts'

export const fieldsModule = defineModule(
  fields,
  { list, define, change, retire, restore, order },
  { provide: (app) => app.services.provide(fieldKinds, new FieldKinds()) },
)
