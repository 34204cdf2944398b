import { mkdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { FileProblem } from '../../../engine/ingest/index.ts'
import { warehouse } from '../../../engine/port.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { invalid, missing } from '../../../kernel/errors.ts'
import { imports } from '../contract.ts'
import { receive } from './files.ts'
import { folders } from './folders.ts'
import { inspect, type Verdict } from './inspect.ts'
import { organisation } from './organisation.ts'
import { staging } from './port.ts'
import { type FileRow, type MappingValue, toInspection } from './tables.ts'

export async function upload(ctx: Ctx, { name, mapping, file }: In<typeof imports.upload>) {
  if (!(file instanceof ReadableStream)) throw invalid('Send the file as the body of the request.')
  const id = ctx.id('fil')
  const received = await receive(file as ReadableStream<Uint8Array>, ctx.use(folders).incoming, id)
  await keep(ctx.use(folders).raw, received.path, id)
  const shown = name.split(/[\\/]/).at(-1) || name

  const sheets = await read(ctx, id, shown)
  const twin = await ctx.db
    .selectFrom('imports_files as f')
    .innerJoin('imports_imports as i', 'i.file_id', 'f.id')
    .select(['i.position', 'i.mapping'])
    .where('f.sha256', '=', received.sha256)
    .where('i.status', 'in', ['landed', 'landing'])
    .execute()
  const { zone } = await organisation(ctx.db)
  const verdicts: Verdict[] = []
  for (const sheet of sheets) {
    const given = await chosenMapping(ctx, mapping, sheet.sheet.columns)
    verdicts.push(await ctx.use(warehouse).write((db) => inspect(db, sheet, zone, given)))
  }

  return ctx.transact(async (step) => {
    const row = {
      id,
      name: shown,
      sha256: received.sha256,
      size: received.size,
      path: id,
      uploaded_at: step.now,
      uploaded_by: step.actor.name,
    }
    await step.insert('imports_files', row)
    const items = []
    for (const [position, verdict] of verdicts.entries()) {
      const landed = twin.find((one) => one.position === position)
      const isTwin =
        landed && verdict.status === 'ready' && isDeepStrictEqual(landed.mapping, verdict.mapping)
      items.push(
        await keepImport(
          step,
          row,
          position,
          sheets[position]?.sheet.sheet ?? null,
          isTwin ? asTwin(verdict) : verdict,
        ),
      )
    }
    await step.record(imports.events.uploaded, id, {
      file: shown,
      size: received.size,
      imports: items.length,
    })
    return { items }
  })
}

async function keep(folder: string, incoming: string, id: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await rename(incoming, join(folder, id))
}

async function read(ctx: Ctx, id: string, name: string) {
  try {
    return await ctx.use(staging).read(id, id, name)
  } catch (error) {
    if (error instanceof FileProblem) throw invalid(error.message)
    throw error
  }
}

/** A mapping asked for by name, else one kept under a name for exactly these headings. */
async function chosenMapping(
  ctx: Ctx,
  name: string | undefined,
  headings: string[],
): Promise<MappingValue | undefined> {
  if (name) {
    const named = await ctx.db
      .selectFrom('imports_mappings')
      .selectAll()
      .where('name', '=', name)
      .executeTakeFirst()
    if (!named) throw missing(`The mapping “${name}”`)
    return named.mapping
  }
  const kept = await ctx.db.selectFrom('imports_mappings').selectAll().orderBy('saved_at', 'desc').execute()
  return kept.find(
    (one) =>
      one.headings.length === headings.length && one.headings.every((heading) => headings.includes(heading)),
  )?.mapping
}

const asTwin = (verdict: Verdict): Verdict => ({
  ...verdict,
  status: 'already',
  reason: 'This very file has landed before; nothing would change.',
})

async function keepImport(
  ctx: Ctx,
  file: Pick<FileRow, 'id' | 'name' | 'size'>,
  position: number,
  sheet: string | null,
  verdict: Verdict,
) {
  const row = await ctx.insert('imports_imports', {
    id: ctx.id('imp'),
    file_id: file.id,
    position,
    sheet,
    status: verdict.status,
    source: verdict.source,
    title: verdict.title,
    reason: verdict.reason,
    objects: verdict.objects,
    rows: verdict.rows,
    batch: null,
    mapping: JSON.stringify(verdict.mapping),
    inspection: JSON.stringify(verdict.understood),
    counts: JSON.stringify(null),
    notes: JSON.stringify(verdict.notes),
    created_at: ctx.now,
    landed_at: null,
    created_by: ctx.actor.name,
  })
  return toInspection(row, file)
}
