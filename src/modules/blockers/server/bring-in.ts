import type { Ctx } from '../../../kernel/ctx.ts'
import { requirePerson } from '../../identity/server/index.ts'
import { itemNumbers } from '../../work/server/index.ts'
import { type BlockerTerms, blockers } from '../contract.ts'
import { sideOf } from '../rules.ts'
import { partyOf } from './parties.ts'

export type BroughtBlocker = BlockerTerms & {
  itemId: string
  by: string
  sinceAt: Date
  ended?: { at: Date; with: string }
}

/** A blocker with its past, as it was kept elsewhere. Asks nobody whether they may. */
export async function bringBlocker(ctx: Ctx, { itemId, by, ended, ...one }: BroughtBlocker): Promise<string> {
  const [party, owner] = [await partyOf(ctx, one), await requirePerson(ctx, one.ownerId)]
  const numbers = await itemNumbers(ctx, [itemId])
  const row = await ctx.insert('blockers_records', {
    ...{ id: ctx.id('blk'), item_id: itemId, reason: one.reason, cause: one.cause, ...party },
    ...{ kind: sideOf(party.party_kind), owner_id: owner.id, owner_name: owner.name, since_at: one.sinceAt },
    ...{ expected_on: one.expectedOn, workaround: one.workaround, escalation: '', reminded_at: null },
    ...{ escalated_to_id: null, escalated_to: null, escalated_at: null, ended_at: ended?.at ?? null },
    ...{ ended_by: ended ? by : null, ended_with: ended?.with ?? null, made_by_id: null, made_by: by },
    ...{ made_at: one.sinceAt, version: 1 },
  })
  await ctx.record(blockers.events.blocked, row.id, { item: `W-${numbers.get(itemId)}` })
  return row.id
}
