import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict } from '../../../kernel/errors.ts'
import { handedInSince, removeFilesOf } from '../../files/server/index.ts'
import { keepForeign, saidSince } from '../../threads/server/index.ts'
import {
  addBoard,
  board as boardOf,
  bringIn,
  purge,
  purgeBoard,
  standing,
  types as typesOf,
} from '../../work/server/index.ts'
import { type Receipt, type Said, takeovers } from '../contract.ts'
import { countWaits, type Draft, type ForeignItem, personKey, sourceNames, waitsOf } from '../rules.ts'
import { requireReady } from './actions.ts'
import { type Landing, toBrought, withParentsFirst } from './foreign.ts'
import type { TakeoverRow } from './tables.ts'
import { draftOf, knownKeys, peopleIn, requireTakeover, shown, stagesIn } from './understanding.ts'

const { events } = takeovers

/** Everything in one transaction: a kill in the middle leaves nothing of it. */
export async function land(ctx: Ctx, { id, version }: In<typeof takeovers.land>) {
  const row = await requireReady(ctx, id, version)
  const draft = await draftOf(ctx, row)
  if (draft.openDay) throw conflict(whyOpen(draft.openDay))
  const said = row.understanding as Said
  const known = await knownKeys(ctx, row, draft)
  const fresh = withParentsFirst(draft.items.filter((item) => !known.has(item.key)))
  if (fresh.length === 0)
    throw conflict(`Everything in ${row.name} is here already. There is nothing to land.`)

  const { boardId, made } = await boardFor(ctx, row, draft, said)
  const landing = await landingOf(ctx, draft, { ...said, boardId })
  const waits = waitsOf(fresh)
  await bringIn(
    ctx,
    fresh.map((item) => ({
      ...toBrought(ctx, item, boardId, landing),
      waitsFor: [...(waits.get(item.key) ?? [])].map((key) => landing.ids.get(key)!),
    })),
  )
  await keepRest(ctx, row, fresh, landing)
  const receipt = receiptOf(draft, fresh, known.size, landing)
  const after = await ctx.update('takeovers_files', id, {
    ...{ state: 'landed', board_id: boardId, made_board: made, receipt: JSON.stringify(receipt) },
    ...{ landed_at: ctx.now, version: version + 1 },
  })
  await ctx.record(events.landed, id, { name: row.name, added: fresh.length })

  return shown(ctx, after!)
}

const whyOpen = (day: string): string =>
  `Nothing in the file shows whether ${day} is written day first or month first. Say it, then land.`

const mostStages = 20

async function boardFor(ctx: Ctx, row: TakeoverRow, draft: Draft, said: Said) {
  if (said.boardId) return { boardId: (await boardOf(ctx, { id: said.boardId })).id, made: false }
  const ownerId = ctx.actor.personId
  if (!ownerId) throw conflict('A board needs an owner: sign in as a person, or name a board that is there.')
  const stages = await stagesIn(ctx, draft, said)
  const named = stages.length > 0 ? stages : [{ name: 'To do', kind: 'waiting' as const }]
  const withEnd = named.some((one) => one.kind === 'done')
    ? named
    : [...named, { name: 'Done', kind: 'done' as const }]
  const inOrder = [
    ...withEnd.filter((one) => one.kind !== 'done'),
    ...withEnd.filter((one) => one.kind === 'done'),
  ]
  if (inOrder[0]!.kind === 'done') inOrder.unshift({ name: 'To do', kind: 'waiting' })
  if (inOrder.length > mostStages)
    throw conflict(
      `${draft.board} has more columns than the ${mostStages} stages that a board has here. Choose a board that is there, and say which stage each column becomes.`,
    )
  const made = await addBoard(ctx, {
    ...{
      name: said.boardName ?? draft.board,
      purpose: `Taken over from ${sourceNames[row.source]}`,
      teamId: null,
      ownerId,
    },
    ...{ isConfidential: false, scale: 'department' },
    stages: inOrder.map(({ name, kind }) => ({
      ...{ name, kind, phase: null, limit: null, isRequired: false, mostDays: null },
      ...{ demands: [], entry: [], exit: [], approverRoleId: null },
    })),
  })
  return { boardId: made.id, made: true }
}

async function landingOf(ctx: Ctx, draft: Draft, said: Said & { boardId: string }): Promise<Landing> {
  const { stages } = await boardOf(ctx, { id: said.boardId })
  const people = await peopleIn(ctx, draft, said)
  const types = (await typesOf(ctx)).items.filter((one) => !one.isRetired)
  return {
    stages: new Map(
      (await stagesIn(ctx, draft, said)).map((one) => [one.name, one.stageId ?? stages[0]!.id]),
    ),
    all: stages,
    people: new Map(people.flatMap((one) => (one.personId ? [[one.key, one.personId] as const] : []))),
    types: new Map(types.map((one) => [one.name.toLowerCase(), one.id])),
    usualType: types.find((one) => one.id === 'wty_task')?.id ?? types[0]!.id,
    ids: new Map(draft.items.map((item) => [item.key, ctx.id('itm')])),
  }
}

async function keepRest(ctx: Ctx, row: TakeoverRow, items: readonly ForeignItem[], { ids, people }: Landing) {
  await keepForeign(
    ctx,
    'item',
    items.flatMap((item) =>
      item.comments
        .filter((one) => one.text)
        .map((one) => ({
          ...{ recordId: ids.get(item.key)!, by: one.by || 'Somebody', text: one.text },
          // A moment without a zone may seem to lie ahead: nothing that came in was said after it landed.
          at: one.at && new Date(one.at) < ctx.now ? new Date(one.at) : ctx.now,
        })),
    ),
  )
  await ctx.insertAll(
    'takeovers_items',
    items.map((item) => ({
      ...{
        import_id: row.id,
        source: row.source,
        key: item.key,
        item_id: ids.get(item.key)!,
        path: item.path,
      },
      people: item.assignees.filter((one) => !people.has(personKey(one))).map((one) => one.name || one.email),
      happened: JSON.stringify(item.happened),
    })),
  )
}

function receiptOf(draft: Draft, fresh: readonly ForeignItem[], known: number, { people }: Landing): Receipt {
  const sum = (many: (item: ForeignItem) => number) => fresh.reduce((all, item) => all + many(item), 0)
  const keys = new Set(fresh.flatMap((item) => item.assignees.map(personKey)))
  const found = [...keys].filter((key) => people.has(key)).length
  return {
    ...{ added: fresh.length, known, rejected: draft.rejects.length },
    ...{
      comments: sum((one) => one.comments.filter(({ text }) => text).length),
      checks: sum((one) => one.checks.length),
    },
    ...{ moves: sum((one) => one.moves.length), waits: countWaits(waitsOf(fresh)) },
    people: { found, unknown: keys.size - found },
  }
}

/** Takes out everything the takeover brought; what people changed since is theirs to give up. */
export async function undo(ctx: Ctx, { id, evenIfChanged }: In<typeof takeovers.undo>) {
  const row = await requireTakeover(ctx, id)
  if (row.state !== 'landed') throw conflict(`${row.name} has not landed, or was undone already.`)
  const rows = await ctx.db
    .selectFrom('takeovers_items')
    .select('item_id')
    .where('import_id', '=', id)
    .execute()
  const ids = rows.map((one) => one.item_id)
  const changed = await changedSince(ctx, ids, row.landed_at!)
  if (changed > 0 && !evenIfChanged)
    throw conflict(`${changed} of its items were changed here since. Undo it only if that may be lost.`)

  await purge(ctx, ids).catch(heldElsewhere)
  await ctx.deleteAll('takeovers_items', { column: 'import_id', among: [id] })
  const isGone = row.made_board && row.board_id !== null && (await purgeBoard(ctx, row.board_id))
  const after = await ctx.update('takeovers_files', id, {
    ...{ state: 'undone', undone_at: ctx.now, version: row.version + 1 },
    ...(isGone ? { board_id: null } : {}),
  })
  await ctx.record(events.undone, id, { name: row.name })
  await removeFilesOf(ctx, { kind: 'item', ids, what: 'item' })

  return shown(ctx, after!)
}

async function changedSince(ctx: Ctx, ids: readonly string[], at: Date): Promise<number> {
  const items = [...(await standing(ctx, ids)).values()]
  const changed = items.filter((one) => one.removed_at !== null || one.changed_at > at).map((one) => one.id)
  const since = { kind: 'item', ids, at }
  return new Set([...changed, ...(await handedInSince(ctx, since)), ...(await saidSince(ctx, since))]).size
}

const isHeld = '23503'

/** Sprints, blockers and requests keep the items they speak of. */
function heldElsewhere(error: { code?: string }): never {
  if (error.code !== isHeld) throw error
  throw conflict(
    'A sprint, a blocker or a request speaks of items of it by now, so they stay. Take the others away on their board.',
  )
}
