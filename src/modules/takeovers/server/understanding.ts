import { sql } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import { missing } from '../../../kernel/errors.ts'
import { directory, settings } from '../../identity/server/index.ts'
import { board as boardOf, boards } from '../../work/server/index.ts'
import type { Receipt, Said, Takeover, Understood } from '../contract.ts'
import {
  countWaits,
  type DayOrder,
  type Draft,
  hasOwnKey,
  kindOf,
  peopleOf,
  personKey,
  readTable,
  readTrello,
  TrelloBoard,
  understand,
  waitsOf,
} from '../rules.ts'
import type { Read } from './file.ts'
import type { TakeoverRow } from './tables.ts'

export async function requireTakeover(ctx: Ctx, id: string): Promise<TakeoverRow> {
  const row = await ctx.db.selectFrom('takeovers_files').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('This takeover')
  return row
}

/** What a file says, read as it was said to be read. */
export async function draftOf(ctx: Ctx, row: TakeoverRow): Promise<Draft> {
  const read = row.draft as Read
  const said = row.understanding as Said
  if (read.kind === 'trello')
    return readTrello(TrelloBoard.parse(read.board), (await settings(ctx.db)).timeZone)
  const means = said.columns ?? understand(read.columns)
  const usual = await usualOrder(ctx)
  return readTable(read, means, { source: row.source, name: row.name, order: said.order, usual })
}

/** How days are written where the organisation keeps its money: a proposal, never a proof. */
const usualOrder = async (ctx: Ctx): Promise<DayOrder> =>
  (await settings(ctx.db)).currency === 'USD' ? 'month-first' : 'day-first'

export const toTakeover = (row: TakeoverRow, names: ReadonlyMap<string, string>): Takeover => ({
  ...{ id: row.id, fileName: row.file_name, source: row.source, name: row.name, state: row.state },
  board:
    row.board_id && names.has(row.board_id) ? { id: row.board_id, name: names.get(row.board_id)! } : null,
  ...{
    receipt: row.receipt as Receipt | null,
    by: row.made_by,
    at: row.made_at.toISOString(),
    version: row.version,
  },
})

export const boardNames = async (ctx: Ctx): Promise<Map<string, string>> =>
  new Map((await boards(ctx, { archived: false })).items.map((one) => [one.id, one.name]))

/** Which of these keys are here by a takeover that stands. */
export async function knownKeys(ctx: Ctx, row: TakeoverRow, draft: Draft): Promise<Set<string>> {
  if (draft.source === 'table') return new Set()
  const rows = await ctx.db
    .selectFrom('takeovers_items as one')
    .innerJoin('takeovers_files as takeover', 'takeover.id', 'one.import_id')
    .select('one.key')
    .where('takeover.state', '=', 'landed')
    .where('takeover.id', '<>', row.id)
    .where('one.source', '=', draft.source)
    .where('one.key', '=', sql<string>`any(${draft.items.filter(hasOwnKey).map((item) => item.key)})`)
    .execute()
  return new Set(rows.map((one) => one.key))
}

/** Everybody named in the file, each with whom they are here: as said, else by e-mail, else by a name only one has. */
export async function peopleIn(ctx: Ctx, draft: Draft, said: Said): Promise<Understood['people']> {
  const { rows } = await directory(ctx)
  const here = [...rows.values()].filter((one) => one.disabled_at === null)
  return peopleOf(draft).map((person) => {
    const key = personKey(person)
    const byName = here.filter((one) => one.name.toLowerCase() === person.name.toLowerCase())
    const guess =
      here.find((one) => one.email === person.email) ?? (byName.length === 1 ? byName[0] : undefined)
    const personId = said.people && key in said.people ? said.people[key]! : (guess?.id ?? null)
    return { ...person, key, personId: personId && rows.has(personId) ? personId : null }
  })
}

/** Each column over there, with the stage here. */
export async function stagesIn(ctx: Ctx, draft: Draft, said: Said): Promise<Understood['stages']> {
  const board = said.boardId ? await boardOf(ctx, { id: said.boardId }) : null
  return draft.stages.map((name) => {
    const wished = board?.stages.find((one) => one.id === said.stages?.[name])
    const same = board?.stages.find((one) => one.name.toLowerCase() === name.toLowerCase())
    const kind = said.kinds?.[name] ?? kindOf(name)
    const alike = board?.stages.find((one) => one.kind === kind)
    const stage = wished ?? same ?? alike ?? board?.stages[0]
    const items = draft.items.filter((item) => item.stage === name).length
    return { name, items, stageId: stage?.id ?? null, kind: stage?.kind ?? kind }
  })
}

export async function shown(ctx: Ctx, row: TakeoverRow): Promise<Understood> {
  const draft = await draftOf(ctx, row)
  const said = row.understanding as Said
  const known = await knownKeys(ctx, row, draft)
  const sum = (many: (item: Draft['items'][number]) => number) =>
    draft.items.reduce((all, item) => all + many(item), 0)
  return {
    ...toTakeover(row, await boardNames(ctx)),
    ...{ columns: columnsOf(row), order: said.order ?? null, boardId: said.boardId ?? null },
    ...{ openDay: draft.openDay, usualOrder: await usualOrder(ctx) },
    boardName: said.boardName ?? draft.board,
    stages: await stagesIn(ctx, draft, said),
    people: await peopleIn(ctx, draft, said),
    counts: {
      ...{ items: draft.items.length, known: known.size, comments: sum((one) => one.comments.length) },
      checklists: sum((one) => one.lists.length),
      moves: sum((one) => one.moves.length),
      waits: countWaits(waitsOf(draft.items)),
    },
    sample: draft.items.slice(0, 8).map((item) => ({
      ...{ key: item.key, title: item.title, stage: item.stage, dueOn: item.dueOn },
      assignees: item.assignees.map((one) => one.name).join(', '),
    })),
    rejects: { total: draft.rejects.length, first: draft.rejects.slice(0, 20) },
  }
}

function columnsOf(row: TakeoverRow): Understood['columns'] {
  const read = row.draft as Read
  if (read.kind === 'trello') return null
  const means = (row.understanding as Said).columns ?? understand(read.columns)
  return read.columns.map((name, at) => ({
    ...{ name, means: means[at] ?? null },
    sample: read.rows.flatMap(({ cells }) => cells[at]?.trim().slice(0, 80) || []).slice(0, 3),
  }))
}
