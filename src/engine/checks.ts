import { service } from '../kernel/service.ts'
import type { Row, Warehouse } from './warehouse.ts'

/** Something odd in the data, found by counting. `key` tells two findings of one kind apart and stays the same. */
export type Found = {
  key: string
  severity: 'info' | 'warning' | 'problem'
  title: string
  /** One sentence with numbers. */
  says: string
  source?: string
  object?: string
  rows: number
  sample: Row[]
  /** A word of the vocabulary that would mend it. */
  fix?: {
    kind: 'channel' | 'campaign' | 'product' | 'owner' | 'account' | 'stage'
    raw: string
    value: string
  }
}

/** A look at the marts for one kind of oddity; registered by the module that knows what is odd. */
export type Check = { kind: string; look(store: Warehouse): Promise<Found[]> }

export const checks = service<Check[]>('checks')

/** `1,425 of 8,800`. */
export const outOf = (part: number, whole: number): string =>
  `${part.toLocaleString('en')} of ${whole.toLocaleString('en')}`
