import { createHash } from 'node:crypto'
import type { Route } from './contract.ts'
import type { Ctx } from './ctx.ts'
import type { Database } from './db/database.ts'
import { conflict } from './errors.ts'
import type { Call } from './perform.ts'

/** How long a repeated key is answered from memory. */
const keptFor = 2 * 86_400_000

/** A file or a secret is not kept, nor is what an upload brought. */
const isKept = (route: Route): boolean => !route.upload && !route.download && !route.secret

const fingerprint = (input: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(input ?? null))
    .digest('hex')

/** What was answered to the same key before; throws `conflict` when the key came with another request. */
export async function recall(db: Database, route: Route, input: unknown, call: Call): Promise<unknown> {
  if (!call.idempotencyKey || !isKept(route)) return undefined
  const found = await db
    .selectFrom('kernel_idempotency')
    .selectAll()
    .where('actor_id', '=', call.actor.id)
    .where('key', '=', call.idempotencyKey)
    .executeTakeFirst()
  if (!found) return undefined
  if (found.route !== route.id || found.input_hash !== fingerprint(input))
    throw conflict('This Idempotency-Key was used for another request. Send a new key.')
  return found.answer
}

/** Keep the answer for the same key, in the command's own transaction. */
export async function remember(
  db: Database,
  ctx: Ctx,
  route: Route,
  input: unknown,
  call: Call,
  answer: unknown,
): Promise<void> {
  if (!call.idempotencyKey || !isKept(route)) return
  await db
    .insertInto('kernel_idempotency')
    .values({
      actor_id: call.actor.id,
      key: call.idempotencyKey,
      route: route.id,
      input_hash: fingerprint(input),
      answer: JSON.stringify(answer ?? null),
      at: ctx.now,
    })
    .execute()
}

/** Forget the answers that nobody will ask for again. */
export async function forgetAnswers(db: Database, now: Date): Promise<void> {
  await db
    .deleteFrom('kernel_idempotency')
    .where('at', '<', new Date(now.getTime() - keptFor))
    .execute()
}
