import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict } from '../../../kernel/errors.ts'
import { quickerInWords } from '../rules.ts'
import type { RequestRow } from './tables.ts'

type Said = {
  kind: string
  words: string
  isShown?: boolean
  byAsker?: boolean
  /** Whoever wrote it, where somebody else brought it in. */
  by?: string
  /** What an undo goes back to. */
  before?: Record<string, unknown> | null
}

/** Put what happened into the log of a request; `version` is the one the request has from now on. */
export const enter = (ctx: Ctx, row: RequestRow, said: Said, version: number) =>
  ctx.insert('intake_entries', {
    ...{ id: ctx.id('ren'), request_id: row.id, kind: said.kind, words: said.words, at: ctx.now, version },
    ...{ is_shown: said.isShown ?? true, by_asker: said.byAsker ?? false },
    by_id: said.by ? null : (ctx.actor.personId ?? null),
    by_name: said.by ?? (said.byAsker && !ctx.actor.personId ? row.asker : ctx.actor.name),
    before: said.before ? JSON.stringify(said.before) : null,
  })

/** What a decision changes, to be put back. */
export const standingOf = (row: RequestRow): Record<string, unknown> => ({
  ...{ state: row.state, answered_at: row.answered_at, decided_at: row.decided_at },
  ...{ decided_by_id: row.decided_by_id, decided_by: row.decided_by, reason: row.reason },
  ...{ explanation: row.explanation, alternative: row.alternative, deferred_until: row.deferred_until },
  ...{ alternative_taken_at: row.alternative_taken_at, appealed_at: row.appealed_at },
  ...{ merged_into: row.merged_into, item_id: row.item_id, promised_on: row.promised_on },
  ...{ due_on: row.due_on, stage_kind: row.stage_kind, price: row.price },
})

/** Change a request and say so in its log. */
export async function settle(
  ctx: Ctx,
  row: RequestRow,
  patch: Partial<Record<keyof RequestRow, unknown>>,
  said: Said,
): Promise<RequestRow> {
  const version = row.version + 1
  const isTold = (said.isShown ?? true) && !said.byAsker && row.wants_mail && row.email !== ''
  const changed = await ctx.update('intake_requests', row.id, {
    ...(patch as object),
    ...(isTold ? { untold_since: row.untold_since ?? ctx.now } : {}),
    version,
  })
  await enter(ctx, row, said, version)
  return changed!
}

/** Refuse what was decided on a request that looks different by now, saying who was first. */
export async function requireSeen(ctx: Ctx, row: RequestRow, version: number): Promise<void> {
  if (row.version === version) return
  const last = await ctx.db
    .selectFrom('intake_entries')
    .select(['by_name', 'kind'])
    .where('request_id', '=', row.id)
    .orderBy('place', 'desc')
    .executeTakeFirst()
  const quicker = quickerInWords(row.number, last && { by: last.by_name, kind: last.kind })
  throw conflict(`${quicker} Look at it again.`)
}
