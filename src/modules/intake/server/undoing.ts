import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict } from '../../../kernel/errors.ts'
import { takeAskedBack } from '../../answers/server/index.ts'
import { remove, standing } from '../../work/server/index.ts'
import { intake } from '../contract.ts'
import { nameOf } from '../rules.ts'
import { requireTriaged } from './deciding.ts'
import { dropDisplacement, giveBack } from './displacing.ts'
import { requireSeen, settle } from './entries.ts'
import { entriesOf, toRequest } from './show.ts'
import type { EntryRow, RequestRow } from './tables.ts'

const names: Record<string, string> = {
  ...{ accepted: 'the acceptance', declined: 'the refusal', deferred: 'the deferral', merged: 'the merger' },
  ...{ 'asked-back': 'the question', 'consent-asked': 'asking for consent', 'appeal-settled': 'the answer' },
}

/** What can be undone, in words: the last thing that happened, where it was a decision. */
export function undoable(row: RequestRow, entries: readonly EntryRow[]): string | null {
  const last = entries.at(-1)
  if (!last?.before || last.version !== row.version) return null
  return names[last.kind] ?? null
}

/** A consent that was given is spent: who accepts again asks again. */
const asOpen = { state: 'open' as const, price: null }

export async function undo(ctx: Ctx, { id, version }: In<typeof intake.undo>) {
  const row = await requireTriaged(ctx, id)
  await requireSeen(ctx, row, version)
  const entries = await entriesOf(ctx, row.id)
  const what = undoable(row, entries)
  if (!what) throw conflict('There is no decision to undo, or somebody built on it already.')
  const { before, kind } = entries.at(-1)!
  const { occasionId, ...standing } = before as Record<string, unknown>

  if (kind === 'consent-asked') await dropDisplacement(ctx, row)
  if (kind === 'accepted') await takeBack(ctx, row)
  if (typeof occasionId === 'string') await takeAskedBack(ctx, { id: occasionId })
  const changed = await settle(
    ctx,
    row,
    { ...standing, ...(standing.state === 'consent' ? asOpen : {}), untold_since: null },
    {
      ...{ kind: 'undone', words: `Undid ${what}.`, isShown: false },
    },
  )
  await hide(ctx, entries.at(-1)!)
  await ctx.record(intake.events.undone, row.id, { request: nameOf(row.number) })

  return toRequest(ctx, changed)
}

/** What was undone is not told to whoever asked. */
const hide = (ctx: Ctx, entry: EntryRow) => ctx.update('intake_entries', entry.id, { is_shown: false })

/** With the item goes what was agreed for it: what gave way is due again when it was. */
async function takeBack(ctx: Ctx, row: RequestRow): Promise<void> {
  if (row.item_id) await takeItemAway(ctx, row.item_id)
  await giveBack(ctx, row)
}

async function takeItemAway(ctx: Ctx, itemId: string): Promise<void> {
  const item = (await standing(ctx, [itemId])).get(itemId)!
  if (item.removed_at) return
  if (item.changed_at.getTime() !== item.made_at.getTime())
    throw conflict(`Somebody has worked with W-${item.number} since. Talk to them, and take it away there.`)
  await remove(ctx, { ids: [itemId] })
}
