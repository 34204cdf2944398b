import { sql } from 'kysely'
import { warehouse } from '../../../engine/port.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict } from '../../../kernel/errors.ts'
import { imports } from '../contract.ts'
import { whyNotLand, whyNotUndo } from '../rules.ts'
import { inspect } from './inspect.ts'
import { landImports, sweepImports } from './jobs.ts'
import { organisation } from './organisation.ts'
import { staging } from './port.ts'
import { requireImport } from './read.ts'
import { type MappingValue, toImport, toInspection } from './tables.ts'

export async function correct(ctx: Ctx, { id, mapping, saveAs }: In<typeof imports.correct>) {
  const { row, file } = await requireImport(ctx.db, id)
  if (!['ready', 'unsettled', 'unknown', 'not_used', 'failed'].includes(row.status))
    throw conflict('Only an import that has not landed can be mapped anew.')

  const { zone } = await organisation(ctx.db)
  const sheet = await ctx.use(staging).get(file.id, row.position, file.path, file.name)
  const verdict = await ctx.use(warehouse).write((db) => inspect(db, sheet, zone, mapping))

  const updated = await ctx.update('imports_imports', id, {
    status: verdict.status,
    source: verdict.source,
    title: verdict.title,
    reason: verdict.reason,
    objects: verdict.objects,
    mapping: JSON.stringify(verdict.mapping),
    inspection: JSON.stringify(verdict.understood),
    notes: JSON.stringify(verdict.notes),
  })
  if (saveAs) await saveMapping(ctx, saveAs, sheet.sheet.columns, mapping)
  await ctx.record(imports.events.corrected, id, { file: file.name, savedAs: saveAs ?? null })

  return toInspection(updated ?? row, file)
}

async function saveMapping(ctx: Ctx, name: string, headings: string[], mapping: MappingValue): Promise<void> {
  const found = await ctx.db
    .selectFrom('imports_mappings')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirst()
  const saved = { headings, mapping: JSON.stringify(mapping), saved_at: ctx.now, saved_by: ctx.actor.name }
  if (found) await ctx.update('imports_mappings', found.id, saved)
  else await ctx.insert('imports_mappings', { id: ctx.id('map'), name, ...saved })
}

export async function land(ctx: Ctx, { ids }: In<typeof imports.land>) {
  const found = []
  for (const id of new Set(ids)) found.push(await requireImport(ctx.db, id))

  const objection = found.map(({ row, file }) => ({ file, why: whyNotLand(row) })).find((one) => one.why)
  if (objection) throw conflict(`${objection.file.name}: ${objection.why}`)

  const items = []
  for (const { row, file } of found) {
    const next = await sql<{ n: number }>`select nextval('imports_batch')::int as n`.execute(ctx.db as never)
    const batch = next.rows[0]!.n
    const updated = await ctx.update('imports_imports', row.id, { status: 'landing', batch, reason: null })
    await ctx.record(imports.events.landing, row.id, { file: file.name, batch })
    items.push(toImport(updated ?? row, file))
  }
  ctx.enqueue(landImports, { ids: items.map((one) => one.id) })

  return { items }
}

export async function undo(ctx: Ctx, { id }: In<typeof imports.undo>) {
  const { row, file } = await requireImport(ctx.db, id)

  const objection = whyNotUndo(row)
  if (objection) throw conflict(objection)

  const updated = await ctx.update('imports_imports', id, { status: 'undoing' })
  await ctx.record(imports.events.undoing, id, { file: file.name })
  ctx.enqueue(sweepImports, {})

  return toImport(updated ?? row, file)
}
