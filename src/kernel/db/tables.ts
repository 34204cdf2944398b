import type { Generated, JSONColumnType } from 'kysely'

/** Every module adds its tables by declaration merging; the prefix of a table is its module's name. */
export interface Tables {
  kernel_events: {
    seq: Generated<number>
    id: string
    at: Date
    type: string
    subject: string
    actor_kind: string
    actor_id: string
    actor_name: string
    via: string
    request: string
    payload: JSONColumnType<Record<string, unknown>>
    changes: JSONColumnType<Change[]>
    xid: Generated<string>
  }
  kernel_seals: {
    position: number
    event_seq: number
    hash: string
    previous: string
    sealed_at: Generated<Date>
  }
  kernel_idempotency: {
    actor_id: string
    key: string
    route: string
    input_hash: string
    answer: JSONColumnType<Record<string, unknown>>
    at: Date
  }
}

/** What a command did to one row: only the columns that changed, from → to. */
export type Change = {
  table: string
  row: string
  did: 'insert' | 'update' | 'delete'
  columns?: Record<string, [from: unknown, to: unknown]>
}
