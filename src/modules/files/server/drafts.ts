import { createHash } from 'node:crypto'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, missing } from '../../../kernel/errors.ts'
import { RateLimit } from '../../../kernel/http/limits.ts'
import { newSecret } from '../../../kernel/ids.ts'
import { service } from '../../../kernel/service.ts'
import { files } from '../contract.ts'
import { draftHours, freeName, safeName, whyNoMoreDrafts } from '../rules.ts'
import { attach } from './actions.ts'
import { taking } from './keeping.ts'
import { attached, type Holder } from './registry.ts'
import { fileStore } from './store.ts'
import type { DraftRow } from './tables.ts'

const { events } = files
const mostBytes = 25_000_000

/** How often one address hands files in without an account. */
export const handingIn = service('handingIn', () => new RateLimit(30, 20, 'files from your address'))

const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex')
const mostOf = (ctx: Ctx): number => Math.min(mostBytes, ctx.use(fileStore).most)

/** Let somebody without an account hand files in under the answered key, for a day. */
export async function openDraft(ctx: Ctx): Promise<{ key: string; until: Date }> {
  const key = newSecret()
  const until = new Date(ctx.now.getTime() + draftHours * 3_600_000)
  const id = ctx.id('fdr')
  await ctx.insert('files_drafts', { id, key_hash: hashOf(key), opened_at: ctx.now, expires_at: until })
  await ctx.record(events.draftOpened, id, {})
  return { key, until }
}

async function requireDraft(ctx: Ctx, key: string): Promise<DraftRow> {
  const row = await ctx.db
    .selectFrom('files_drafts')
    .selectAll()
    .where('key_hash', '=', hashOf(key))
    .executeTakeFirst()
  if (!row || row.expires_at < ctx.now)
    throw missing('What was begun here has ended after a day. Open the form again; the draft')
  return row
}

const filesIn = (ctx: Ctx, draftId: string) =>
  ctx.db
    .selectFrom('files_draft_files as file')
    .innerJoin('files_contents as content', 'content.sha256', 'file.sha256')
    .select(['file.id', 'file.name', 'file.sha256', 'content.size'])
    .where('draft_id', '=', draftId)
    .orderBy('file.at')
    .orderBy('file.id')
    .execute()

async function toDrafted(ctx: Ctx, draft: DraftRow) {
  const items = (await filesIn(ctx, draft.id)).map(({ id, name, size }) => ({ id, name, size }))
  return { items, until: draft.expires_at.toISOString(), most: mostOf(ctx) }
}

export async function drafted(ctx: Ctx, { key }: In<typeof files.drafted>) {
  return toDrafted(ctx, await requireDraft(ctx, key))
}

/** Bytes that wait for a record, of all drafts. */
async function waitingBytes(ctx: Ctx): Promise<number> {
  const row = await ctx.db
    .selectFrom('files_draft_files as file')
    .innerJoin('files_contents as content', 'content.sha256', 'file.sha256')
    .select((e) => e.fn.sum<number | null>('content.size').as('bytes'))
    .executeTakeFirst()
  return Number(row?.bytes ?? 0)
}

async function requireTurn(ctx: Ctx, draft: DraftRow): Promise<void> {
  const here = (await filesIn(ctx, draft.id)).length
  const objection = whyNoMoreDrafts(here, await waitingBytes(ctx), ctx.use(fileStore).quota)
  if (objection) throw conflict(objection)
}

export async function handIn(
  ctx: Ctx,
  { key, file, ...asked }: In<typeof files.handIn> & { file?: unknown },
) {
  ctx.use(handingIn).take(ctx.address, ctx.now.getTime())
  await requireTurn(ctx, await requireDraft(ctx, key))
  const name = safeName(asked.name)

  return taking(ctx, { name, file, most: mostOf(ctx) }, async (step, sha256) => {
    const draft = await requireDraft(step, key)
    await requireTurn(step, draft)
    const here = await filesIn(step, draft.id)
    if (here.some((one) => one.sha256 === sha256 && one.name === name)) return toDrafted(step, draft)
    const taken = here.map((one) => one.name)
    await step.insert('files_draft_files', {
      ...{ id: step.id('fdf'), draft_id: draft.id, name: freeName(name, taken), sha256, at: step.now },
    })
    await step.record(events.handedIn, draft.id, {})
    return toDrafted(step, draft)
  })
}

export async function takeOut(ctx: Ctx, { key, id }: In<typeof files.takeOut>) {
  const draft = await requireDraft(ctx, key)
  if (!(await ctx.delete('files_draft_files', { id, draft_id: draft.id }))) throw missing('This file')
  await ctx.record(events.takenOut, draft.id, {})
  return toDrafted(ctx, draft)
}

/**
 * Hang what was handed in under a key on its record, which exists by now, as that of whoever says to be `by`, and end
 * the draft. Answers how many.
 */
export async function claimDraft(
  ctx: Ctx,
  key: string,
  { kind, id, name, by }: { kind: string; id: string; name: string; by: string },
): Promise<number> {
  const draft = await requireDraft(ctx, key)
  const known = ctx.use(attached).get(kind)
  if (!known) throw missing('This record')
  const what = known.title.toLowerCase()
  const holder: Holder = {
    kind: known,
    id,
    name,
    what,
    path: known.path(id),
    isGuest: true,
    mayAdd: true,
    frozen: null,
  }
  const items = await filesIn(ctx, draft.id)

  for (const one of items) await attach(ctx, holder, { ...one, by })
  for (const one of items) await ctx.delete('files_draft_files', one.id)
  await ctx.delete('files_drafts', draft.id)
  await ctx.record(events.claimed, id, { what })

  return items.length
}
