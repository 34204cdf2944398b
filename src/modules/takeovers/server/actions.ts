import { tableFile } from '../../../engine/table-file.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, invalid } from '../../../kernel/errors.ts'
import { requireItem } from '../../work/server/index.ts'
import { type Said, takeovers } from '../contract.ts'
import { oneLine, readTrello, sourceOf, TrelloBoard } from '../rules.ts'
import { type Read, readFileOf } from './file.ts'
import type { TakeoverRow } from './tables.ts'
import { boardNames, draftOf, requireTakeover, shown, toTakeover } from './understanding.ts'

const { events } = takeovers

export async function list(ctx: Ctx, { limit, offset }: In<typeof takeovers.list>) {
  const all = ctx.db.selectFrom('takeovers_files')
  const { total } = await all.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await all.selectAll().orderBy('made_at', 'desc').limit(limit).offset(offset).execute()
  const names = await boardNames(ctx)
  return { items: rows.map((row) => toTakeover(row, names)), total: Number(total) }
}

export const show = async (ctx: Ctx, { id }: In<typeof takeovers.show>) =>
  shown(ctx, await requireTakeover(ctx, id))

export async function inspect(ctx: Ctx, { name, file }: In<typeof takeovers.inspect>) {
  if (!(file instanceof ReadableStream)) throw invalid('Send the file as the body of the request.')
  const fileName = oneLine(name.split(/[\\/]/).at(-1) ?? name, 255) || 'file'
  const { read, hash } = await readFileOf(file as ReadableStream<Uint8Array>, fileName)
  const { source, title } = aboutOf(read, fileName)
  return ctx.transact(async (step) => {
    const row = await step.insert('takeovers_files', {
      ...{ id: step.id('wim'), file_name: fileName, file_hash: hash, source, name: title },
      ...{ draft: JSON.stringify(read), understanding: '{}', state: 'ready', board_id: null },
      ...{ receipt: null, version: 1, made_by_id: step.actor.personId ?? null, made_by: step.actor.name },
      ...{ made_at: step.now, landed_at: null, undone_at: null, made_board: false },
    })
    await step.record(events.handedIn, row.id, { name: title })
    return shown(step, row)
  })
}

function aboutOf(read: Read, fileName: string) {
  const title = oneLine(fileName.replace(/\.[a-z0-9]{1,5}$/i, ''), 80) || 'Taken over'
  if (read.kind === 'table') return { source: sourceOf(read.columns), title }
  return { source: 'trello' as const, title: readTrello(TrelloBoard.parse(read.board)).board }
}

export async function understand(ctx: Ctx, { id, version, ...said }: In<typeof takeovers.understand>) {
  const row = await requireReady(ctx, id, version)
  const read = row.draft as Read
  if (said.columns && (read.kind !== 'table' || said.columns.length !== read.columns.length))
    throw invalid('The file has other columns. Load it again.')

  const understanding = { ...(row.understanding as Said), ...said }
  const after = await ctx.update('takeovers_files', id, {
    ...{ understanding: JSON.stringify(understanding), version: version + 1 },
  })
  await ctx.record(events.understood, id, { name: row.name })

  return shown(ctx, after!)
}

/** Ready to land, and as the asker last saw it. */
export async function requireReady(ctx: Ctx, id: string, version: number): Promise<TakeoverRow> {
  const row = await requireTakeover(ctx, id)
  if (row.state !== 'ready') throw conflict(`${row.name} is ${row.state} already. Hand the file in again.`)
  if (row.version !== version)
    throw conflict('Somebody else said how this file is read since you opened it. Load it again.')
  return row
}

export async function discard(ctx: Ctx, { id }: In<typeof takeovers.discard>) {
  const row = await requireTakeover(ctx, id)
  if (row.state === 'landed') throw conflict(`${row.name} has landed. Undo it instead.`)
  if (row.state === 'undone') throw conflict(`${row.name} was undone, and stays as the record of it.`)

  await ctx.delete('takeovers_files', { id })
  await ctx.record(events.discarded, id, { name: row.name })

  return {}
}

export async function rejects(ctx: Ctx, { id }: In<typeof takeovers.rejects>) {
  const row = await requireTakeover(ctx, id)
  const read = row.draft as Read
  const columns = read.kind === 'table' ? read.columns : []
  const cells = new Map(read.kind === 'table' ? read.rows.map((one) => [one.row, one.cells]) : [])
  return tableFile('csv', {
    name: `${row.name} rejects`,
    heading: ['Row', 'Why', ...columns],
    rows: (await draftOf(ctx, row)).rejects.map((one) => [one.row, one.why, ...(cells.get(one.row) ?? [])]),
  })
}

export async function origin(ctx: Ctx, { id }: In<typeof takeovers.origin>) {
  const item = await requireItem(ctx, id)
  const row = await ctx.db
    .selectFrom('takeovers_items as one')
    .innerJoin('takeovers_files as takeover', 'takeover.id', 'one.import_id')
    .select(['one.source', 'one.path', 'one.people', 'one.happened', 'takeover.landed_at'])
    .where('one.item_id', '=', item.id)
    .executeTakeFirst()
  if (!row) return { origin: null }
  const happened = row.happened as { by: string; at: string; words: string }[]
  const { source, path, people } = row
  return { origin: { source, path, people, happened, at: row.landed_at?.toISOString() ?? '' } }
}
