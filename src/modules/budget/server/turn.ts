import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Database } from '../../../kernel/db/database.ts'

/**
 * Wait until no other command of the budget runs. Asked before anything is read, so that what is read is what the one
 * before has left; transactions are serializable besides, and this spares them to collide and be tried again.
 */
export const takeTurn = (ctx: Ctx): Promise<unknown> =>
  sql`lock table budget_turn in exclusive mode`.execute(ctx.db as Database)

type Command = (ctx: Ctx, input: never) => Promise<unknown>

/** The same commands, each of which waits for its turn. */
export function inTurn<T extends Record<string, Command>>(commands: T): T {
  const waiting = Object.entries(commands).map(([name, command]) => [
    name,
    async (ctx: Ctx, input: never) => {
      await takeTurn(ctx)
      return command(ctx, input)
    },
  ])
  return Object.fromEntries(waiting) as T
}
