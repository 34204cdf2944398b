export type AttributeType =
  | 'text'
  | 'id' // a source system's own identifier; compared exactly
  | 'email'
  | 'domain'
  | 'integer'
  | 'decimal' // exact, DECIMAL(28,10)
  | 'boolean'
  | 'date' // a calendar day in the organisation's zone
  | 'time' // an instant, stored in UTC; a bare day is midnight in the organisation's zone

export type Attribute = { type: AttributeType; meaning: string }

export type WarehouseObject = {
  /** What the object is, in one sentence. */
  meaning: string
  /** Attributes that together name a row within one source; where none of them is filled, its whole content does. */
  key: readonly string[]
  /** Rows of one file with the same name add up (report lines) instead of replacing each other (records). */
  repeats?: true
  /** At least one of each inner list must be mapped and filled, else the row is rejected. */
  required: readonly (readonly string[])[]
  attributes: Record<string, Attribute>
}

export const text = (meaning: string): Attribute => ({ type: 'text', meaning })
export const id = (meaning: string): Attribute => ({ type: 'id', meaning })
export const integer = (meaning: string): Attribute => ({ type: 'integer', meaning })
export const decimal = (meaning: string): Attribute => ({ type: 'decimal', meaning })
export const time = (meaning: string): Attribute => ({ type: 'time', meaning })
export const date = (meaning: string): Attribute => ({ type: 'date', meaning })
export const flag = (meaning: string): Attribute => ({ type: 'boolean', meaning })
export const email = (meaning: string): Attribute => ({ type: 'email', meaning })
