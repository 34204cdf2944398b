import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { notify } from '../../activity/server/index.ts'
import type { Need } from '../../identity/contract.ts'
import { holdersOf, knownPermissions } from '../../identity/server/index.ts'
import { inWords } from '../rules.ts'
import { readRequests } from './show-requests.ts'
import type { RequestRow } from './tables.ts'

const link = '/budget/requests'
type Words = { title: string; why: string }

async function tellHolders(ctx: Ctx, permission: string, words: Words, but = ''): Promise<void> {
  for (const id of await holdersOf(ctx.db, permission, knownPermissions(ctx)))
    if (id !== but) await notify(ctx, id, { ...words, link })
}

/** Everybody who decides, but for whoever asked: nobody approves their own spend. */
export const tellDeciders = (ctx: Ctx, row: RequestRow, what: string): Promise<void> =>
  tellHolders(
    ctx,
    'budget:decide',
    { title: `To be decided: ${what}`, why: `${row.requested_by} asks for it.` },
    row.requested_by_id,
  )

export const tellController = (ctx: Ctx, words: Words): Promise<void> =>
  tellHolders(ctx, 'budget:control', words)

export const tellRequester = (ctx: Ctx, row: RequestRow, words: Words): Promise<void> =>
  notify(ctx, row.requested_by_id, { ...words, link })

/** Requests that the asker can approve as they stand. */
export async function needsOfBudget(ctx: Ctx): Promise<Need[]> {
  if (!holds(ctx.actor, 'budget:decide') || !ctx.actor.personId) return []
  const rows = await ctx.db
    .selectFrom('budget_requests')
    .selectAll()
    .where('state', '=', 'waiting')
    .orderBy('requested_at')
    .limit(50)
    .execute()
  const needs: Need[] = []
  for (const one of await readRequests(ctx, rows)) {
    if (!one.can.approve) continue
    const title = `Decide ${one.what}: ${inWords(one.minor, one.currency)}`
    needs.push({ title, why: `${one.requestedBy.name} asks for it on ${one.line.name}.`, link })
  }
  return needs
}
