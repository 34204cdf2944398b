import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, forbidden, missing } from '../../../kernel/errors.ts'
import { linkEach, parentsOf } from '../../trace/server/index.ts'
import { work } from '../contract.ts'
import { whyNotDays } from '../rules.ts'
import { keepAssignees } from './assigning.ts'
import { whyNotPartsOf } from './parents.ts'
import { bringBack, placesBack } from './places-back.ts'
import { any, assigneesOf, changeableItems } from './records.ts'
import type { ItemRow } from './tables.ts'

type Ref = { kind: string; id: string } | null
type Pair<T> = { was: T; now: T }

type Stood = Pick<
  ItemRow,
  'stage_id' | 'rank' | 'entered_at' | 'started_at' | 'done_at' | 'approved_at' | 'approved_by'
>

/** What one item was before a change, and what it became: undone where it is still so. */
export type Before = {
  id: string
  columns?: Record<string, Pair<unknown>>
  assignees?: Pair<string[]>
  serves?: Pair<Ref>
  /** Where it stood before it came to the stage `now` at a moment. */
  place?: { was: Stood; now: string; at: Date }
  removal?: true
}

/** Keep what a change found, and answer its id. */
export async function keepChange(ctx: Ctx, before: Before[]): Promise<string | null> {
  if (before.length === 0) return null
  const id = ctx.id('wch')
  await ctx.insert('work_changes', {
    ...{ id, person_id: ctx.actor.personId ?? null, made_at: ctx.now, undone_at: null },
    before: JSON.stringify(before),
  })
  return id
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** What was kept as JSON comes back with its names in another order. */
const isSameRef = (a: Ref | undefined, b: Ref): boolean => a?.kind === b?.kind && a?.id === b?.id

export async function undo(ctx: Ctx, { id }: In<typeof work.undo>) {
  const change = await ctx.db.selectFrom('work_changes').selectAll().where('id', '=', id).executeTakeFirst()
  if (!change) throw missing('This change')
  if (change.person_id !== (ctx.actor.personId ?? null)) throw forbidden('Only who made a change undoes it.')
  if (change.undone_at) throw conflict('This change was undone already.')
  const all = change.before as Before[]

  const undone = await putBack(ctx, all)
  await ctx.update('work_changes', id, { undone_at: ctx.now })
  await ctx.record(work.events.undone, all[0]!.id, { count: undone.size })

  return { undone: undone.size, kept: all.length - undone.size }
}

/** Answers the items of which everything went back. */
async function putBack(ctx: Ctx, all: readonly Before[]): Promise<Set<string>> {
  await bringBack(
    ctx,
    all.filter((one) => one.removal).map((one) => one.id),
  )
  const rows = await (await changeableItems(ctx))
    .selectAll()
    .where('id', '=', any(all.map((one) => one.id)))
    .execute()
  const known = new Map(rows.map((row) => [row.id, row]))
  const standing = all.filter((one) => known.has(one.id))
  const left = new Set<string>()
  await columnsBack(ctx, standing, known, left)
  await assigneesBack(ctx, standing, left)
  await servesBack(ctx, standing, left)
  await placesBack(ctx, standing, known, left)
  return new Set(standing.map((one) => one.id).filter((id) => !left.has(id)))
}

type Known = ReadonlyMap<string, ItemRow>
type Patch = { id: string } & Partial<ItemRow>

/** What would make an item part of itself, or due before it begins, for what others changed since, is left as it is. */
async function fitting(
  ctx: Ctx,
  patches: readonly Patch[],
  known: Known,
  left: Set<string>,
): Promise<Patch[]> {
  const circles = new Set<string>()
  for (const parentId of new Set(patches.flatMap((one) => one.parent_id ?? [])))
    for (const id of (
      await whyNotPartsOf(
        ctx,
        patches.filter((one) => one.parent_id === parentId).map((one) => one.id),
        parentId,
      )
    ).keys())
      circles.add(id)
  return patches.filter((one) => {
    const { starts_on: startsOn, due_on: dueOn } = { ...known.get(one.id)!, ...one }
    const isFit = !circles.has(one.id) && whyNotDays(startsOn, dueOn) === null
    if (!isFit) left.add(one.id)
    return isFit
  })
}

async function columnsBack(ctx: Ctx, all: readonly Before[], known: Known, left: Set<string>): Promise<void> {
  const patches = all.flatMap(({ id, columns }) => {
    if (!columns) return []
    const row = known.get(id) as unknown as Record<string, unknown>
    const still = Object.entries(columns).filter(([name, pair]) => isSame(row[name], pair.now))
    if (still.length < Object.keys(columns).length) left.add(id)
    if (still.length === 0) return []
    return [{ id, changed_at: ctx.now, ...Object.fromEntries(still.map(([name, pair]) => [name, pair.was])) }]
  })
  await ctx.updateAll('work_items', (await fitting(ctx, patches as never, known, left)) as never)
}

async function assigneesBack(ctx: Ctx, all: readonly Before[], left: Set<string>): Promise<void> {
  const theirs = all.filter((one) => one.assignees)
  if (theirs.length === 0) return
  const now = await assigneesOf(
    ctx,
    theirs.map((one) => one.id),
  )
  const wanted = new Map<string, string[]>()
  for (const { id, assignees } of theirs)
    if (isSame(now.get(id) ?? [], assignees!.now)) wanted.set(id, assignees!.was)
    else left.add(id)
  await keepAssignees(ctx, wanted)
}

async function servesBack(ctx: Ctx, all: readonly Before[], left: Set<string>): Promise<void> {
  const theirs = all.filter((one) => one.serves)
  const now = await parentsOf(
    ctx.db,
    'item',
    theirs.map((one) => one.id),
  )
  const back = new Map<string, Ref>()
  for (const { id, serves } of theirs)
    if (isSameRef(now.get(id), serves!.now)) back.set(id, serves!.was)
    else left.add(id)
  await linkEach(ctx, 'item', back)
}
