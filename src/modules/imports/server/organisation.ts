import type { Database, Reader } from '../../../kernel/db/database.ts'

/** Zone and currency of the organisation, for reading times and amounts. */
export async function organisation(_db: Reader | Database): Promise<{ zone: string; currency: string }> {
  return { zone: 'UTC', currency: 'USD' }
}
