import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Database, Reader } from './db/database.ts'

declare module './db/tables.ts' {
  interface Tables {
    kernel_secrets: { name: string; secret: string }
  }
}

/** The secret of the installation that what it hands out is signed with; made when its database was. */
export async function signingSecret(db: Reader | Database): Promise<string> {
  const row = await (db as Reader)
    .selectFrom('kernel_secrets')
    .select('secret')
    .where('name', '=', 'signing')
    .executeTakeFirstOrThrow()
  return row.secret
}

/** Sign a text for one use only: what is signed for another use never fits. Base64url. */
export const signed = (secret: string, use: string, text: string): string =>
  createHmac('sha256', secret).update(`${use.length}:${use}:${text}`).digest('base64url')

/** Whether two signatures are the same, in a time that does not tell how far they are. */
export function isSame(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)]
  return one.length === other.length && timingSafeEqual(one, other)
}
