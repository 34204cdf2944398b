import { sql } from 'kysely'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid } from '../../../kernel/errors.ts'
import { requireBoard, requireItem, requireItems } from '../../work/server/index.ts'
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
  await requireItems(ctx, ids)
  const known = await inputsOf(ctx, ids)
  const before = items.map(({ id, inputs }) => ({
    id,
    inputs: Object.fromEntries(
      Object.keys(inputs).map((name) => [name, known.get(id)?.get(name)?.value ?? null]),
    ),
  }))
  let inputs = 0
  for (const { id, inputs: said, was } of items)
    for (const [name, value] of Object.entries(said)) {
      const now = known.get(id)?.get(name)
      requireSame(name, now?.value ?? null, was?.[name], now?.by ?? 'Somebody')
      if ((now?.value ?? null) === value) continue
      await keep(ctx, id, name, { value, rowId: now?.id })
      inputs += 1
    }
  const counts = { items: items.length, inputs }
  if (inputs > 0) await ctx.record(priorities.events.said, ids[0]!, counts)
  return { ...counts, before }
}

type Kept = { value: number | null; rowId: string | undefined }

async function keep(ctx: Ctx, itemId: string, name: string, { value, rowId }: Kept): Promise<void> {
  const said = { said_by: ctx.actor.name, said_at: ctx.now }
  if (value === null) await ctx.delete('priorities_inputs', rowId!)
  else if (rowId) await ctx.update('priorities_inputs', rowId, { value, ...said })
  else await ctx.insert('priorities_inputs', { id: ctx.id('pin'), item_id: itemId, name, value, ...said })
}

export async function paste(ctx: Ctx, { boardId, text }: In<typeof priorities.paste>) {
  const board = await requireBoard(ctx, boardId)
  const { definition } = await modelFor(ctx, boardId)
  const names = askedBy(definition).map((one) => one.name)
  const { rows, refused } = readPaste(text, names)
  if (!rows) throw invalid(refused, [{ field: 'text', message: refused }])

  const items: Sayings = []
  for (const { item, inputs } of rows) {
    const row = await requireItem(ctx, item)
    if (row.board_id !== boardId)
      throw invalid(`${item} is not on the board ${board.name}. Nothing was taken.`)
    if (items.some((one) => one.id === row.id)) throw invalid(`${item} is there twice. Nothing was taken.`)
    items.push({ id: row.id, inputs })
  }
  return sayAll(ctx, items)
}
