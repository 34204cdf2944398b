import { sql } from 'kysely'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid } from '../../../kernel/errors.ts'
import { requireBoard, requireItems, requireNamed } from '../../work/server/index.ts'
import { priorities } from '../contract.ts'
import { askedBy, readPaste } from '../rules.ts'
import { modelFor } from './models.ts'

type Sayings = In<typeof priorities.say>['items']
type Given = { id: string; value: number; by: string; at: string }

/** What was said of items, by item and name. */
export async function inputsOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Map<string, Given>>> {
  const rows = await ctx.db
    .selectFrom('priorities_inputs')
    .selectAll()
    .where('item_id', '=', sql<string>`any(${ids})`)
    .execute()
  const all = new Map<string, Map<string, Given>>()
  for (const { id, item_id: item, name, value, said_by: by, said_at: at } of rows) {
    const own = all.get(item) ?? new Map<string, Given>()
    all.set(item, own.set(name, { id, value, by, at: at.toISOString() }))
  }
  return all
}

function requireSame(name: string, now: number | null, was: number | null | undefined, by: string): void {
  if (was === undefined || was === now) return
  throw conflict(
    `${by} says ${now ?? 'nothing'} for “${name}” meanwhile, which was ${was ?? 'empty'} when you began. Look again before you change it.`,
  )
}

export async function say(ctx: Ctx, { items }: In<typeof priorities.say>) {
  return sayAll(ctx, items)
}

async function sayAll(ctx: Ctx, items: Sayings) {
  const ids = items.map((one) => one.id)
  if (new Set(ids).size < ids.length)
    throw invalid('One item is named twice. Say all of its inputs together.')
  await requireItems(ctx, ids)
  const known = await inputsOf(ctx, ids)
  const before = items.map(({ id, inputs }) => ({
    id,
    inputs: Object.fromEntries(
      Object.keys(inputs).map((name) => [name, known.get(id)?.get(name)?.value ?? null]),
    ),
  }))
  const changes = changesIn(items, known)
  await keep(ctx, changes)
  const counts = { items: items.length, inputs: changes.length }
  if (changes.length > 0) await ctx.record(priorities.events.said, ids[0]!, counts)
  return { ...counts, before }
}

type Change = { itemId: string; name: string; value: number | null; rowId: string | undefined }

/** What is said otherwise than it was; refused where somebody said something else meanwhile. */
const changesIn = (items: Sayings, known: Awaited<ReturnType<typeof inputsOf>>): Change[] =>
  items.flatMap(({ id, inputs, was }) =>
    Object.entries(inputs).flatMap(([name, value]) => {
      const now = known.get(id)?.get(name)
      requireSame(name, now?.value ?? null, was?.[name], now?.by ?? 'Somebody')
      return (now?.value ?? null) === value ? [] : { itemId: id, name, value, rowId: now?.id }
    }),
  )

async function keep(ctx: Ctx, changes: readonly Change[]): Promise<void> {
  const said = { said_by: ctx.actor.name, said_at: ctx.now }
  const gone = changes.flatMap(({ value, rowId }) => (value === null && rowId ? rowId : []))
  await ctx.deleteAll('priorities_inputs', { column: 'id', among: gone })
  const given = changes.flatMap(({ value, ...one }) => (value === null ? [] : { ...one, value }))
  await ctx.updateAll(
    'priorities_inputs',
    given.flatMap(({ rowId, value }) => (rowId ? { id: rowId, value, ...said } : [])),
  )
  await ctx.insertAll(
    'priorities_inputs',
    given.flatMap(({ rowId, itemId, name, value }) =>
      rowId ? [] : { id: ctx.id('pin'), item_id: itemId, name, value, ...said },
    ),
  )
}

export async function paste(ctx: Ctx, { boardId, text }: In<typeof priorities.paste>) {
  const board = await requireBoard(ctx, boardId)
  const { definition } = await modelFor(ctx, boardId)
  const names = askedBy(definition).map((one) => one.name)
  const { rows, refused } = readPaste(text, names)
  if (!rows) throw invalid(refused, [{ field: 'text', message: refused }])

  const named = await requireNamed(
    ctx,
    rows.map((one) => one.item),
  )
  const seen = new Set<string>()
  for (const { id, number, board_id: on } of named) {
    if (on !== boardId) throw invalid(`W-${number} is not on the board ${board.name}. Nothing was taken.`)
    if (seen.has(id)) throw invalid(`W-${number} is there twice. Nothing was taken.`)
    seen.add(id)
  }
  return sayAll(
    ctx,
    rows.map(({ inputs }, at) => ({ id: named[at]!.id, inputs })),
  )
}
