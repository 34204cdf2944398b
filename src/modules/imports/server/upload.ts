import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { FileProblem } from '../../../engine/ingest/index.ts'
import { warehouse } from '../../../engine/port.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { invalid, missing } from '../../../kernel/errors.ts'
import { imports } from '../contract.ts'
import { aboutWork, isTrelloBoard } from '../rules.ts'
import { type Received, receive } from './files.ts'
import { folders } from './folders.ts'
import { inspect, type Verdict } from './inspect.ts'
import { organisation } from './organisation.ts'
import { staging } from './port.ts'
import type { StagedSheet } from './staging.ts'
import { type FileRow, type MappingValue, toInspection } from './tables.ts'

export async function upload(ctx: Ctx, { name, mapping, file }: In<typeof imports.upload>) {
  if (!(file instanceof ReadableStream)) throw invalid('Send the file as the body of the request.')
  const id = ctx.id('fil')
  const places = ctx.use(folders)
  const received = await receive(file as ReadableStream<Uint8Array>, places.incoming, id)
  await keep(places.raw, received.path, id)

  try {
    const given: HandedIn = { id, name: name.split(/[\\/]/).at(-1) || name, ...received }
    const sheets = await read(ctx, given)
    const verdicts = await judge(ctx, given, sheets, mapping)
    await dropUseless(ctx, id, verdicts)
    return { items: await ctx.transact((step) => keepImports(step, given, sheets, verdicts)) }
  } catch (error) {
    await ctx.use(staging).dropFile(id)
    await rm(join(places.raw, id), { force: true })
    throw error
  }
}

type Inspected = ReturnType<typeof toInspection>
type HandedIn = Received & { id: string; name: string }

async function judge(
  ctx: Ctx,
  { sha256 }: HandedIn,
  sheets: StagedSheet[],
  mapping: string | undefined,
): Promise<Verdict[]> {
  const isBoard = isTrelloBoard(sheets.map(({ sheet }) => ({ name: sheet.sheet, headings: sheet.columns })))
  const twins = await landedTwins(ctx, sha256)
  const { zone } = await organisation(ctx.db)
  const verdicts: Verdict[] = []
  for (const [position, sheet] of sheets.entries()) {
    const given = await chosenMapping(ctx, mapping, sheet.sheet.columns)
    const verdict = await ctx.use(warehouse).write((db) => inspect(db, sheet, zone, given))
    const twin = twins.find((one) => one.position === position)
    const isTwin = twin && verdict.status === 'ready' && isDeepStrictEqual(twin.mapping, verdict.mapping)
    if (isBoard && !given) verdicts.push(asWork(verdict))
    else verdicts.push(isTwin ? asTwin(verdict) : verdict)
  }
  return verdicts
}

/** What has landed, or is about to, from a file of the same content. */
const landedTwins = (ctx: Ctx, sha256: string) =>
  ctx.db
    .selectFrom('imports_files as f')
    .innerJoin('imports_imports as i', 'i.file_id', 'f.id')
    .select(['i.position', 'i.mapping'])
    .where('f.sha256', '=', sha256)
    .where('i.status', 'in', ['landed', 'landing'])
    .execute()

async function keepImports(
  ctx: Ctx,
  { id, name, sha256, size }: HandedIn,
  sheets: StagedSheet[],
  verdicts: Verdict[],
): Promise<Inspected[]> {
  const row = { id, name, sha256, size, path: id, uploaded_at: ctx.now, uploaded_by: ctx.actor.name }
  await ctx.insert('imports_files', row)
  const items: Inspected[] = []
  for (const [position, verdict] of verdicts.entries())
    items.push(await keepImport(ctx, row, position, sheets[position]?.sheet.sheet ?? null, verdict))
  await ctx.record(imports.events.uploaded, id, { file: name, size, imports: items.length })
  return items
}

/** What cannot land needs no copy; a mapping given to it later has the file read again. */
async function dropUseless(ctx: Ctx, id: string, verdicts: Verdict[]): Promise<void> {
  for (const [position, { status }] of verdicts.entries())
    if (status === 'not_used' || status === 'already') await ctx.use(staging).drop(id, position)
}

async function keep(folder: string, incoming: string, id: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await rename(incoming, join(folder, id))
}

async function read(ctx: Ctx, { id, name }: HandedIn): Promise<StagedSheet[]> {
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

const asWork = (verdict: Verdict): Verdict => ({
  ...verdict,
  ...{ status: 'not_used', source: null, title: 'Trello board', reason: aboutWork },
  ...{ objects: [], mapping: null, notes: [] },
  understood: { ...verdict.understood, unsettled: [], declaration: 'trello-export' },
})

async function keepImport(
  ctx: Ctx,
  file: Pick<FileRow, 'id' | 'name' | 'size'>,
  position: number,
  sheet: string | null,
  verdict: Verdict,
): Promise<Inspected> {
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
