import type { Selectable } from 'kysely'
import type { Tables } from '../../../kernel/db/tables.ts'
import type { FeedKind, sentStates } from '../things.ts'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    agenda_feeds: {
      id: string
      person_id: string
      name: string
      kind: FeedKind
      board_id: string | null
      asked: unknown
      token_hash: string
      ends_in: string
      made_at: Date
      used_at: Date | null
      revoked_at: Date | null
    }
    agenda_digests: {
      person_id: string
      rhythm: 'off' | 'daily' | 'weekly'
      last_rhythm: 'daily' | 'weekly'
      hour: number
      weekday: number
      changed_at: Date
    }
    agenda_letters: {
      id: string
      person_id: string
      occasion: string
      state: (typeof sentStates)[number]
      tries: number
      reason: string
      at: Date
    }
  }
}

export type FeedRow = Selectable<Tables['agenda_feeds']>
export type DigestRow = Selectable<Tables['agenda_digests']>
