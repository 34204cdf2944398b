import type { WarehouseObject } from './model/attribute.ts'
import { deals } from './model/deals.ts'
import { media } from './model/media.ts'
import { people } from './model/people.ts'

export type { Attribute, AttributeType, WarehouseObject } from './model/attribute.ts'

/**
 * The data-model standard: every object the warehouse knows, each attribute with its type and its meaning.
 * Mappings translate a source's columns into these; nothing else in the product invents a column.
 */
export const model = { ...people, ...deals, ...media }

export type ObjectName = keyof typeof model
export const objectNames = Object.keys(model) as ObjectName[]
/** The same declarations with their literal types widened, for code that walks over any object. */
export const objects: Record<ObjectName, WarehouseObject> = model
