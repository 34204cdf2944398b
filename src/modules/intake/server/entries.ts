import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict } from '../../../kernel/errors.ts'
import type { RequestRow } from './tables.ts'

type Said = {
  kind: string
  words: string
  isShown?: boolean
  byAsker?: boolean
  /** What an undo goes back to. */
  before?: Record<string, unknown> | null
}

/** Put what happened into the log of a request; `version` is the one the request has from now on. */
export const enter = (ctx: Ctx, row: RequestRow, said: Said, version: number) =>
  ctx.insert('intake_entries', {
    ...{ id: ctx.id('ren'), request_id: row.id, kind: said.kind, words: said.words, at: ctx.now, version },
    ...{ is_shown: said.isShown ?? true, by_asker: said.byAsker ?? false },
    ...{
      by_id: ctx.actor.personId ?? null,
      by_name: said.byAsker && !ctx.actor.personId ? row.asker : ctx.actor.name,
    },
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
  throw conflict(
    `${last?.by_name ?? 'Somebody'} was quicker: ${did[last?.kind ?? ''] ?? 'it changed'} while you looked at R-${row.number}. Look at it again.`,
  )
}

const did: Record<string, string> = {
  ...{ accepted: 'it was accepted', declined: 'it was declined', deferred: 'it was put off' },
  ...{ merged: 'it was merged', 'asked-back': 'something was asked back', replied: 'an answer came in' },
  ...{ appealed: 'an appeal came in', withdrawn: 'it was withdrawn', undone: 'a decision was undone' },
  ...{ 'consent-asked': 'consent was asked for', completed: 'it was completed', files: 'files came in' },
  ...{ consented: 'consent was given', refused: 'consent was refused', moved: 'its item moved' },
}
