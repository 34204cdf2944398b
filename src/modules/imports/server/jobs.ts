import { rm } from 'node:fs/promises'
import { objectNames } from '../../../engine/model.ts'
import { warehouse } from '../../../engine/port.ts'
import { batchesPresent, mappedTable } from '../../../engine/schema.ts'
import { system } from '../../../kernel/actor.ts'
import type { App } from '../../../kernel/app.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { job } from '../../../kernel/module.ts'
import { retrying, transact } from '../../../kernel/perform.ts'
import { imports } from '../contract.ts'
import { freshen } from './fresh.ts'
import { inOrder, unknownIn } from './joins.ts'
import { removeBatch } from './landing.ts'
import { marts } from './marts.ts'
import { staging } from './port.ts'
import { requireImport } from './read.ts'
import type { CountsValue, NoteValue } from './tables.ts'
import { writeBatch } from './write-batch.ts'

const actor = system('imports')
const call = { actor, via: 'job' }
const step = <T>(app: App, work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  retrying(() => transact(app, call, 'landing', work))

/** Land files one after another, each wholly or not at all, then bring the figures up to date once. */
export const landImports = job<{ ids: string[] }>('imports.land', async (app, { ids }) => {
  const rows = await app.db
    .selectFrom('imports_imports')
    .select(['id', 'objects'])
    .where('id', 'in', ids)
    .execute()
  for (const { id } of inOrder(rows)) await landOne(app, id)
  await freshen(app)
  app.tell({ module: 'imports', tables: ['imports_imports'], subjects: ids })
  app.tell({ module: 'metrics', tables: [], subjects: [] })
})

/** Take batches out whose undoing was asked for. */
export const sweepImports = job<Record<string, never>>('imports.sweep', async (app) => {
  const asked = await app.db
    .selectFrom('imports_imports')
    .selectAll()
    .where('status', '=', 'undoing')
    .execute()
  for (const row of asked) await undoOne(app, row.id)
  await freshen(app)
  app.tell({ module: 'metrics', tables: [], subjects: [] })
})

/** Bring the figures up to date after a change of vocabulary or stages. */
export const rebuildFigures = job<Record<string, never>>('imports.rebuild', async (app) => {
  await freshen(app)
  app.tell({ module: 'metrics', tables: [], subjects: [] })
})

async function landOne(app: App, id: string): Promise<void> {
  const { row, file } = await requireImport(app.db, id)
  if (row.status !== 'landing' || row.batch === null) return
  try {
    const counts = await writeBatch(app, id)
    const unknown = await unknownIn(app.services.use(warehouse), row.batch, row.objects)
    await step(app, (ctx) => markLanded(ctx, id, counts, unknown))
  } catch (error) {
    return failLanding(app, id, row.batch, error)
  }
  try {
    await app.services.use(staging).drop(file.id, row.position)
  } catch (error) {
    app.log.warn({ import: id, error: String(error) }, 'a copy made for reading stays until the next start')
  }
}

/** Rows written before it failed go first: a failed import must not count, and what throws here is tried again. */
async function failLanding(app: App, id: string, batch: number, error: unknown): Promise<void> {
  const reason = error instanceof Error ? error.message : String(error)
  app.log.error({ import: id, reason }, 'landing failed')
  const { row } = await requireImport(app.db, id)
  if (row.status !== 'landing') return
  await takeOut(app, batch)
  await step(app, (ctx) => markFailed(ctx, id, reason))
}

/** A reader may have derived figures from the rows while the batch counted no more: nothing of that is kept. */
const takeOut = (app: App, batch: number): Promise<void> =>
  app.services.use(warehouse).write(async (db) => {
    await removeBatch(db, batch, objectNames.map(mappedTable))
    await app.services.use(marts).forget(db)
  })

async function markLanded(ctx: Ctx, id: string, counts: CountsValue, unknown: NoteValue[]): Promise<void> {
  const { row, file } = await requireImport(ctx.db, id)
  if (row.status !== 'landing' || row.batch === null) return
  await ctx.update('imports_imports', id, {
    status: 'landed',
    counts: JSON.stringify(counts),
    notes: JSON.stringify([...row.notes, ...unknown]),
    landed_at: ctx.now,
    reason: null,
  })
  await ctx.record(imports.events.landed, id, {
    file: file.name,
    batch: row.batch,
    rows: counts.rows,
    changed: counts.new + counts.updated,
  })
}

async function markFailed(ctx: Ctx, id: string, reason: string): Promise<void> {
  const { file } = await requireImport(ctx.db, id)
  await ctx.update('imports_imports', id, { status: 'failed', reason })
  await ctx.record(imports.events.failed, id, { file: file.name, reason })
}

async function undoOne(app: App, id: string): Promise<void> {
  const { row } = await requireImport(app.db, id)
  if (row.batch === null) return
  const batch = row.batch
  await takeOut(app, batch)
  await step(app, async (ctx) => {
    const { file } = await requireImport(ctx.db, id)
    await ctx.update('imports_imports', id, { status: 'undone' })
    await ctx.record(imports.events.undone, id, { file: file.name, batch })
  })
}

/**
 * After a crash: batches the records know nothing of are removed; a batch that is wholly in the warehouse but whose
 * landing was not written down is written down; the rest is landed again from its file.
 */
export async function recover(app: App): Promise<void> {
  const store = app.services.use(warehouse)
  const rows = await app.db.selectFrom('imports_imports').selectAll().where('batch', 'is not', null).execute()
  const known = new Set(
    rows.filter((row) => ['landing', 'landed', 'undoing'].includes(row.status)).map((row) => row.batch),
  )
  await store.write(async (db) => {
    const stray = (await batchesPresent(db)).filter((batch) => !known.has(batch))
    for (const batch of stray) await removeBatch(db, batch, objectNames.map(mappedTable))
    if (stray.length > 0) await app.services.use(marts).forget(db)
  })
  const landing = rows.filter((row) => row.status === 'landing').map((row) => row.id)
  const undoing = rows.some((row) => row.status === 'undoing')
  if (landing.length > 0)
    await app.jobs.enqueue(app.db, [{ name: landImports.name, payload: { ids: landing } }])
  if (undoing) await app.jobs.enqueue(app.db, [{ name: sweepImports.name, payload: {} }])
}

/** Copies made for reading are of no use after a restart. */
export const clearWorkdir = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true })
